"""What a kill between journal and database leaves is mended at the next start."""

from pathlib import Path

import pytest

from dashboard.intake import archive
from dashboard.intake import take_in as module
from dashboard.intake.reconcile import reconcile
from dashboard.intake.take_in import store_examined, take_in
from dashboard.store.database import Store
from dashboard.store.questions import ask
from tests.intake.reports import examined, good_rows, request_of, sheet_of


@pytest.fixture
def killed(store: Store, examples: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store whose journal promises one file more than the database holds."""

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "store_submission", die)
        with pytest.raises(KeyboardInterrupt):
            take_in(of_vinaphone(examples), store)
    return store


def of_vinaphone(examples: Path) -> object:
    name = "vinaphone_2026-11-11.csv"
    return request_of(name, (examples / name).read_bytes())


def everything(store: Store) -> object:
    return ask(store.reader(), "intake/everything_taken_in")


def test_a_promised_file_is_taken_in_again_with_the_same_figures(killed: Store):
    assert ask(killed.reader(), "intake/everything_taken_in").num_rows == 0
    result = reconcile(killed)
    assert result.taken_in_again == ("00000001",)
    assert result.is_whole
    rows = ask(killed.reader(), "intake/everything_taken_in").to_pylist()
    assert len(rows) == 166
    assert {row["status"] for row in rows} == {"accepted"}


def test_a_second_run_finds_nothing_to_do(killed: Store):
    reconcile(killed)
    before = everything(killed)
    assert reconcile(killed).taken_in_again == ()
    assert everything(killed) == before


def test_a_file_brought_again_meanwhile_is_there_once(killed: Store, examples: Path):
    assert take_in(of_vinaphone(examples), killed).status == "accepted"
    reconcile(killed)
    assert ask(killed.reader(), "intake/everything_taken_in").num_rows == 166


def test_a_file_that_the_archive_lost_or_that_has_changed_is_named(killed: Store, examples: Path):
    path = archive.path_of(killed.home, of_vinaphone(examples).sha256)
    path.write_bytes(b"?")
    [(entry, reason)] = reconcile(killed).failed
    assert (entry.file_name, reason) == ("vinaphone_2026-11-11.csv", "bản gốc trong kho lưu đã bị thay đổi")
    path.unlink()
    [(_, reason)] = reconcile(killed).failed
    assert reason == "kho lưu không còn bản gốc"


def test_submissions_that_no_journal_tells_of_are_named(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    (store.home / "journal.jsonl").unlink()
    result = reconcile(store)
    assert result.unknown_ids == ("00000001",)
    assert not result.is_whole


def test_progress_is_told_file_by_file(killed: Store):
    told: list[tuple[int, int]] = []
    reconcile(killed, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
