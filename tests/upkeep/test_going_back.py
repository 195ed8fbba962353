"""From the first program's data up to now, on to a newer program, and back: nothing lost, figures the same.

The newer program is this one with one more migration; it takes a file in and decides, as a real one would.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.store import migrations
from dashboard.store.database import DATABASE_NAME, open_store
from dashboard.store.decisions import Draft, decide
from dashboard.store.journal import JOURNAL_NAME, JournalError
from dashboard.store.migrations import NewerSchemaError, known_version
from dashboard.upkeep.going_back import NothingNewerError, go_back, kept_database, refusal_words
from tests.conftest import EXAMPLES_DIR
from tests.upkeep.test_first_home import THEN, figures_of, first_home  # noqa: F401

NEW_COLUMN = "alter table submission add column of_the_future varchar;\n"


@contextmanager
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """This program with one more migration; its schema's number."""
    folder, number = tmp_path / "migrations", known_version() + 1
    shutil.copytree(migrations.MIGRATIONS_DIR, folder)
    noted = f"insert into schema_version values ({number}, now());\n"
    (folder / f"{number:04}_future.sql").write_text(NEW_COLUMN + noted, encoding="utf-8")
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "MIGRATIONS_DIR", folder)
        yield number


def work_with(home: Path) -> None:
    """A file of a new round and a decision, as the program of the moment keeps them."""
    store = open_store(home)
    content = (EXAMPLES_DIR / "wintel_2026-11-04.csv").read_bytes()
    request = IntakeRequest(
        "wintel_2026-11-04.csv", content, datetime(2026, 11, 4, 2, tzinfo=UTC), "Lan", "page"
    )
    assert take_in(request, store).status.is_accepted
    decide(store, Draft("alias", "k", {"n": 1}, "Lan"))
    store.close()


def test_there_and_back_again(first_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # noqa: F811
    today = known_version()
    open_store(first_home).close()  # from schema 1 to today's
    with newer_program(tmp_path, monkeypatch) as newer:
        work_with(first_home)
        assert (first_home / f"before-upgrade-{today}.duckdb").exists()
    before = (first_home / DATABASE_NAME).read_bytes()
    with pytest.raises(NewerSchemaError) as refused:
        open_store(first_home)
    assert (first_home / DATABASE_NAME).read_bytes() == before, "what is refused is left as it was"
    assert f"schema {newer}, program {today}" in refusal_words(refused.value)

    done = go_back(first_home)
    assert done.began_from == first_home / f"before-upgrade-{today}.duckdb"
    assert (done.files_count, done.decisions_count, done.problems) == (1, 1, ())
    store = open_store(first_home)
    figures = figures_of(store)
    assert {day: figures[day] for day in THEN} == THEN
    assert "2026-11-04" in figures
    store.close()
    assert done.aside is not None
    with duckdb.connect(done.aside) as aside:
        assert "of_the_future" in str(aside.execute("describe submission").fetchall()), "nothing is deleted"
    with pytest.raises(NothingNewerError):
        go_back(first_home)


def test_the_first_programs_database_is_kept_as_it_was(first_home: Path):  # noqa: F811
    """So that program itself can go on from it, with the journal and the archive beside it."""
    journal = (first_home / JOURNAL_NAME).read_bytes()
    with duckdb.connect(first_home / DATABASE_NAME) as connection:
        tables = connection.execute("select table_name from duckdb_tables() order by 1").fetchall()
    open_store(first_home).close()
    with duckdb.connect(first_home / "before-upgrade-1.duckdb") as kept:
        assert kept.execute("select max(version) from schema_version").fetchone() == (1,)
        assert kept.execute("select table_name from duckdb_tables() order by 1").fetchall() == tables
        counted = kept.execute("select sum(total_count) from submission_figure").fetchone()
    assert counted == (sum(total for day in THEN.values() for total, _ in day.values()),)
    assert (first_home / JOURNAL_NAME).read_bytes() == journal


def test_without_a_kept_database_all_is_made_again(first_home: Path):  # noqa: F811
    with duckdb.connect(first_home / DATABASE_NAME) as connection:
        connection.execute("insert into schema_version values (9999, now())")
    (first_home / "before-upgrade-2.duckdb").write_bytes(b"a newer DuckDB's")
    assert kept_database(first_home) is None
    done = go_back(first_home)
    assert (done.began_from, done.files_count, done.problems) == (None, 9, ())
    store = open_store(first_home)
    assert figures_of(store) == THEN
    store.close()


def test_a_newer_journal_is_refused_before_anything_is_touched(first_home: Path):  # noqa: F811
    journal = first_home / JOURNAL_NAME
    last = journal.read_text(encoding="utf-8").splitlines()[-1]
    journal.write_text(f'{last[:-1]},"of_the_future":1}}\n', encoding="utf-8")
    before = sorted((path.name, path.stat().st_size) for path in first_home.iterdir())
    with pytest.raises(JournalError) as refused:
        go_back(first_home)
    assert "restore" in refusal_words(refused.value)
    assert sorted((path.name, path.stat().st_size) for path in first_home.iterdir()) == before
