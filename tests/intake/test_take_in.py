"""Taking a file in: all of it or nothing, once, and both files of a round kept."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from dashboard.intake import take_in as module
from dashboard.intake.archive import fetch, path_of
from dashboard.intake.journal import read_entries
from dashboard.intake.take_in import store_examined, take_in
from dashboard.store.database import DATABASE_NAME, Store
from dashboard.store.questions import ask
from tests.intake.reports import RECEIVED_AT, ROUND_ON, changed, examined, good_rows, request_of, sheet_of


def stored_ids(store: Store) -> list[str]:
    return list(ask(store.reader(), "intake/submission_ids")["submission_id"].to_pylist())


def test_an_accepted_file_is_in_archive_journal_and_database(store: Store, examples: Path):
    content = (examples / "wintel_2026-11-11.csv").read_bytes()
    receipt = take_in(request_of("wintel_2026-11-11.csv", content), store)
    [entry] = read_entries(store.home)
    assert receipt.status == "accepted"
    assert fetch(store.home, receipt.sha256) == content
    assert (entry.carrier_code, entry.given_carrier_code, entry.status) == ("wintel", None, "accepted")
    assert stored_ids(store) == [entry.submission_id]


def test_a_refused_file_is_in_archive_and_journal_and_the_database_stays_as_it_was(
    store: Store, examples: Path
):
    store_examined(examined(store, sheet_of(good_rows())), store)
    files = [store.home / DATABASE_NAME, store.home / (DATABASE_NAME + ".wal")]
    before = [file.read_bytes() for file in files if file.exists()]
    content = (examples / "bad" / "sum_mismatch.xlsx").read_bytes()
    receipt = take_in(request_of("mobifone.xlsx", content), store)
    assert receipt.status == "rejected"
    assert fetch(store.home, receipt.sha256) == content
    assert [entry.act for entry in read_entries(store.home)] == ["taken_in", "refused"]
    assert [file.read_bytes() for file in files if file.exists()] == before


def test_the_same_file_again_changes_nothing_and_says_so(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    journal = read_entries(store.home)
    receipt = store_examined(examined(store, sheet_of(good_rows())), store)
    assert receipt.status == "duplicate"
    assert "duplicate_file" in {finding.rule for finding in receipt.findings}
    assert read_entries(store.home) == journal
    assert stored_ids(store) == ["00000001"]


def test_a_later_file_of_the_round_supersedes_and_both_stay(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    later = RECEIVED_AT + timedelta(hours=1)
    sheet = sheet_of(changed(3, 5, 4))
    store_examined(examined(store, sheet, content=b"later", received_at=later), store)
    in_force = ask(
        store.reader(),
        "intake/submission_in_force",
        carrier_code="mobifone",
        round_on=ROUND_ON,
        before_id=None,
    ).to_pylist()
    assert stored_ids(store) == ["00000001", "00000002"]
    assert in_force[0]["submission_id"] == "00000002"


def test_two_threads_with_the_same_file_store_it_once(store: Store):
    examinations = [examined(store, sheet_of(good_rows())) for _ in range(4)]
    receipts = []
    threads = [
        threading.Thread(target=lambda it=it: receipts.append(store_examined(it, store)))
        for it in examinations
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(receipt.status for receipt in receipts) == ["accepted", *["duplicate"] * 3]
    assert stored_ids(store) == ["00000001"]


def test_a_disk_that_refuses_the_archive_leaves_no_trace(store: Store, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> str:
        raise OSError("no space left on device")

    monkeypatch.setattr(module.archive, "keep", refuse)
    with pytest.raises(OSError, match="no space"):
        store_examined(examined(store, sheet_of(good_rows())), store)
    assert read_entries(store.home) == ()
    assert stored_ids(store) == []


def test_a_lost_journal_does_not_make_ids_come_twice(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    (store.home / "journal.jsonl").unlink()
    sheet = sheet_of(changed(3, 5, 4))
    store_examined(examined(store, sheet, content=b"later"), store)
    assert stored_ids(store) == ["00000001", "00000002"]
    assert path_of(store.home, request_of(content=b"later").sha256).exists()
