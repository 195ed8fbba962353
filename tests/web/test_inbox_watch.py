"""The drop folder while the app runs."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook

from dashboard.intake.inbox.found import INBOX_NAME
from dashboard.intake.inbox.put_away import put_away
from dashboard.intake.journal import read_entries
from dashboard.intake.take_in import take_in
from dashboard.store.database import Store
from dashboard.web import inbox_watch
from dashboard.web.inbox_watch import QUIET_LOOKS, InboxWatch
from dashboard.web.live import FirstStart
from tests.intake.reports import request_of

GOOD = "wintel_2026-11-11.csv"


@pytest.fixture
def watch(store: Store) -> InboxWatch:
    """Looks only when told."""
    (store.home / INBOX_NAME).mkdir()
    return InboxWatch(store, FirstStart())


def look_until_quiet(watch: InboxWatch) -> None:
    for _ in range(QUIET_LOOKS + 1):
        watch.look()


def drop(watch: InboxWatch, name: str, content: bytes) -> Path:
    path = watch.store.home / INBOX_NAME / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def receipt_in(folder: Path, name: str) -> dict[str, object]:
    answer: dict[str, object] = json.loads((folder / f"{name}.bien-nhan.json").read_text(encoding="utf-8"))
    return answer


def test_good_and_bad_files_end_beside_their_receipts(watch: InboxWatch, examples: Path):
    home = watch.store.home
    drop(watch, GOOD, (examples / GOOD).read_bytes())
    drop(watch, "mobifone/thieu.xlsx", (examples / "bad" / "missing_communes.xlsx").read_bytes())
    drop(watch, "sai.xlsx", (examples / "bad" / "sum_mismatch.xlsx").read_bytes())
    drop(watch, "la/gi.csv", b"x")
    look_until_quiet(watch)
    assert receipt_in(home / "done", GOOD)["status"] == "accepted"
    assert receipt_in(home / "done" / "mobifone", "thieu.xlsx")["carrier"] == "mobifone"
    assert receipt_in(home / "refused", "sai.xlsx")["status"] == "rejected"
    assert receipt_in(home / "refused" / "la", "gi.csv")["findings"]
    book = load_workbook(home / "refused" / "sai.xlsx.bien-nhan.xlsx")
    assert "sum_mismatch" in {cell.value for row in book["Phát hiện"] for cell in row}
    assert [path for path in (home / INBOX_NAME).rglob("*") if path.is_file()] == []
    assert {entry.way for entry in read_entries(home)} == {"inbox"}


def test_a_file_that_grows_is_waited_for(watch: InboxWatch, examples: Path):
    content = (examples / GOOD).read_bytes()
    path = drop(watch, GOOD, content[:1000])
    for end in (2000, 3000, len(content)):
        watch.look()
        watch.look()
        path.write_bytes(content[:end])
    assert read_entries(watch.store.home) == ()
    look_until_quiet(watch)
    assert [str(entry.status) for entry in read_entries(watch.store.home)] == ["accepted"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows refuses to move what is open")
def test_a_file_that_somebody_holds_open_for_writing_is_waited_for(watch: InboxWatch, examples: Path):
    path = drop(watch, GOOD, b"")
    with path.open("ab") as slow:
        slow.write((examples / GOOD).read_bytes())
        slow.flush()
        look_until_quiet(watch)
        assert path.exists()
    look_until_quiet(watch)
    assert not path.exists()


def test_a_crash_between_taking_in_and_moving_ends_in_one_report_and_a_moved_file(
    watch: InboxWatch, examples: Path
):
    content = (examples / GOOD).read_bytes()
    take_in(request_of(GOOD, content), watch.store)
    drop(watch, GOOD, content)
    look_until_quiet(watch)
    assert receipt_in(watch.store.home / "done", GOOD)["status"] == "duplicate"
    assert len(read_entries(watch.store.home)) == 1


def test_what_cannot_be_put_away_is_left_and_holds_up_nothing(
    watch: InboxWatch, examples: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(home: Path, found: object, *rest: object) -> object:
        if "đĩa" in str(found):
            raise OSError(28, "No space left on device")
        return put_away(home, found, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(inbox_watch, "put_away", refuse)
    stuck = drop(watch, "đĩa.csv", (examples / GOOD).read_bytes())
    drop(watch, "khác.csv", b"x")
    look_until_quiet(watch)
    assert stuck.exists()
    assert receipt_in(watch.store.home / "refused", "khác.csv")["status"] == "rejected"
    entries_count = len(read_entries(watch.store.home))
    watch.look()
    assert len(read_entries(watch.store.home)) == entries_count, "it is not tried at every look"


def test_the_thread_takes_files_up_within_seconds_and_stops(store: Store, examples: Path):
    watch = InboxWatch(store, FirstStart())
    watch.start()
    drop(watch, GOOD, (examples / GOOD).read_bytes())
    assert within(30, (store.home / "done" / GOOD).exists)
    watch.stop()
    drop(watch, "later.csv", b"x")
    Event().wait(0.1)
    assert watch._thread is not None
    assert not watch._thread.is_alive()


def within(seconds: float, is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.05)
    return is_so()
