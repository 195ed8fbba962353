"""The database again from archive, journal and layers."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from dashboard.intake.rebuild import rebuild
from dashboard.intake.take_in import take_in
from dashboard.store.database import DATABASE_NAME, StoreBusyError, open_store
from dashboard.store.decisions import Draft, decide, decisions_made
from dashboard.store.questions import ask
from tests.intake.reports import RECEIVED_AT, request_of

NAMES = ("mobifone_2026-11-11.xlsx", "vinaphone_2026-11-04.csv", "vietnamobile_2026-11-11.xlsx")


@pytest.fixture
def filled_home(home: Path, examples: Path) -> Path:
    """A home with three accepted files, one refused, one restated."""
    store = open_store(home)
    for name in NAMES:
        take_in(request_of(name, (examples / name).read_bytes()), store)
    take_in(request_of("mobifone.xlsx", (examples / "bad" / "negative.xlsx").read_bytes()), store)
    restated = (examples / "vinaphone_2026-11-04.csv").read_bytes() + b"\n"
    later = RECEIVED_AT + timedelta(days=1)
    take_in(request_of("vinaphone_2026-11-04.csv", restated, received_at=later), store)
    store.close()
    return home


def everything(home: Path) -> object:
    store = open_store(home)
    try:
        return ask(store.reader(), "intake/everything_taken_in")
    finally:
        store.close()


def test_the_figures_are_the_same_and_the_old_database_is_kept(filled_home: Path):
    before = everything(filled_home)
    report = rebuild(filled_home)
    assert (report.submissions_count, report.is_identical, report.is_whole) == (4, True, True)
    assert everything(filled_home) == before
    assert report.set_aside is not None
    assert report.set_aside.exists()


def test_a_lost_or_damaged_database_is_made_again(filled_home: Path):
    before = everything(filled_home)
    database = filled_home / DATABASE_NAME
    for content in (None, b"not a database"):
        database.unlink()
        if content is not None:
            database.write_bytes(content)
        report = rebuild(filled_home)
        assert report.is_identical is None
        assert report.is_whole
        assert everything(filled_home) == before


def test_a_file_that_the_archive_lost_is_named_and_the_others_are_there(filled_home: Path, examples: Path):
    sha256 = request_of(content=(examples / NAMES[0]).read_bytes()).sha256
    next(filled_home.glob(f"archive/*/{sha256}")).unlink()
    report = rebuild(filled_home)
    assert (report.submissions_count, report.is_identical, report.is_whole) == (3, False, False)
    assert report.as_json()["failed"] == [
        {"submission_id": "00000001", "file": NAMES[0], "reason": "kho lưu không còn bản gốc"}
    ]


def test_an_empty_home_is_rebuilt_to_an_empty_database(home: Path):
    report = rebuild(home)
    assert (report.submissions_count, report.set_aside, report.is_whole) == (0, None, True)


def test_while_another_process_owns_the_database_nothing_is_touched(filled_home: Path):
    script = (
        "import pathlib, sys; from dashboard.store.database import open_store;"
        "store = open_store(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, filled_home], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        with pytest.raises(StoreBusyError):
            rebuild(filled_home)
        owner.communicate()
    assert not list(filled_home.glob("set-aside-*"))


def test_decisions_come_back_in_their_place_among_the_files(filled_home: Path, examples: Path):
    store = open_store(filled_home)
    decide(store, Draft("note", "14758", {"text": "mưa lũ"}, "Lê Thị Ước"))
    take_in(request_of("wintel_2026-11-11.csv", (examples / "wintel_2026-11-11.csv").read_bytes()), store)
    decide(store, Draft("note", "14758", None, "Lê Thị Ước", "hết lũ"))
    made = decisions_made(store.reader(), "note")
    store.close()
    report = rebuild(filled_home)
    assert (report.is_identical, report.is_whole) == (True, True)
    assert report.reconciliation.decided_again_count == 2
    store = open_store(filled_home)
    assert decisions_made(store.reader(), "note") == made
    store.close()
