"""A home made by the first version that took reports in opens today, with the figures it had then.

first_home.tar.gz: `demo --rounds 2 --until 2026-11-18` run with the code of commit 91cc50d (24/11/2026):
schema 1, a journal without a chain, no layers. Simulated figures. Its sums were asked of the
database as that code opened it.
"""

import tarfile
from pathlib import Path

import duckdb
import pytest

from dashboard.intake.rebuild import rebuild
from dashboard.intake.reconcile import reconcile
from dashboard.measures import Scope, figures_by_carrier, rounds
from dashboard.store import database
from dashboard.store.chain import verify
from dashboard.store.database import DATABASE_NAME, Store, open_store
from dashboard.store.decisions import Draft, decide
from dashboard.store.journal import JOURNAL_NAME
from dashboard.upkeep.check import check_store

THEN = {
    "2026-11-11": {
        "mobifone": (651_658, 487_000),
        "viettel": (2_252_461, 1_641_108),
        "vinaphone": (1_020_296, 763_708),
        "wintel": (122_022, 82_653),
    },
    "2026-11-18": {
        "mobifone": (651_861, 496_628),
        "vietnamobile": (206_879, 144_883),
        "viettel": (2_253_118, 1_675_594),
        "vinaphone": (1_015_714, 774_946),
        "wintel": (122_044, 84_483),
    },
}


@pytest.fixture
def first_home(home: Path) -> Path:
    home.mkdir()
    with tarfile.open(Path(__file__).with_name("first_home.tar.gz")) as packed:
        packed.extractall(home, filter="data")
    return home


def figures_of(store: Store) -> dict[str, dict[str, tuple[int, int]]]:
    with store.reader() as cursor:
        return {
            day.isoformat(): {
                row["carrier_code"]: (row["total_count"], row["verified_count"])
                for row in figures_by_carrier(cursor, Scope(day)).to_pylist()
                if row["total_count"] is not None
            }
            for day in rounds(cursor)
        }


def test_it_opens_upgrades_and_gives_the_same_figures(first_home: Path):
    store = open_store(first_home)
    assert reconcile(store).is_whole
    assert figures_of(store) == THEN
    assert check_store(store) == ()
    store.close()
    assert (first_home / "before-upgrade-1.duckdb").exists()


def test_its_journal_is_sealed_by_the_next_act_and_rebuilds_it(first_home: Path):
    store = open_store(first_home)
    decide(store, Draft("alias", "k", {"n": 1}, "Lan"))
    store.close()
    report = verify((first_home / JOURNAL_NAME).read_bytes())
    assert (report.is_whole, report.sealed_count, report.lines_count) == (True, 9, 10)
    assert rebuild(first_home).is_whole
    store = open_store(first_home)
    assert figures_of(store) == THEN
    store.close()


def test_an_upgrade_that_fails_on_the_copy_leaves_the_database_as_it_was(
    first_home: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[object] = []

    def fail(cursor: duckdb.DuckDBPyConnection) -> int:
        asked.append(cursor.execute("select current_database()").fetchone())
        cursor.execute("create table half_done (n integer)")
        raise duckdb.BinderException("no such column")

    with monkeypatch.context() as failing:
        failing.setattr(database, "migrate", fail)
        with pytest.raises(duckdb.BinderException):
            open_store(first_home)
    assert asked == [("trial",)]
    with duckdb.connect(first_home / DATABASE_NAME) as connection:
        assert connection.execute("select max(version) from schema_version").fetchone() == (1,)
        assert "half_done" not in str(connection.execute("select table_name from duckdb_tables()").fetchall())
    assert not (first_home / "trial.duckdb").exists()
    store = open_store(first_home)
    assert figures_of(store) == THEN
    store.close()
