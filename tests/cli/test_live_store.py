"""The live database for as long as a command runs."""

from pathlib import Path

import duckdb
import pytest
import typer

from dashboard.cli.live_store import live_store, refuse_busy
from dashboard.store.database import DATABASE_NAME, StoreBusyError, open_store


def test_the_store_is_that_of_home_and_closed_afterwards(home: Path):
    with live_store() as store:
        assert store.home == home.resolve()
        store.reader().close()
    with pytest.raises(duckdb.ConnectionException):
        store.reader()
    open_store(home).close()


def test_what_a_crash_left_half_done_is_mended_first(home: Path):
    home.mkdir(parents=True)
    (home / "journal.jsonl").write_bytes(b'{"ordinal": 1')
    with live_store():
        assert (home / "journal.jsonl").read_bytes() == b""


def test_a_busy_database_is_said_in_words_and_ends_with_2(capsys: pytest.CaptureFixture[str]):
    ending = refuse_busy(StoreBusyError(DATABASE_NAME))
    assert isinstance(ending, typer.Exit)
    assert ending.exit_code == 2
    assert DATABASE_NAME in capsys.readouterr().err
