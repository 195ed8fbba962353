"""A copy of the database for a reader elsewhere."""

from pathlib import Path

import duckdb
import pytest

from dashboard.boundaries import layer_in_force
from dashboard.store.database import Store, open_copy
from dashboard.store.decisions import Draft, decide, decisions_in_force
from dashboard.store.snapshot import copy_database


def test_a_copy_is_the_database_of_that_moment_and_cannot_be_written(store: Store, tmp_path: Path):
    decide(store, Draft("a", "k", {"n": 1}, "x"))
    layer = layer_in_force(store)
    path = tmp_path / "it's a copy.duckdb"
    copy_database(store, path)
    decide(store, Draft("a", "later", {"n": 2}, "x"))
    copy = open_copy(store.home, path)
    assert list(decisions_in_force(copy.reader(), "a")) == ["k"]
    assert layer_in_force(copy) == layer
    with pytest.raises(duckdb.InvalidInputException):
        decide(copy, Draft("a", "k", None, "x"))
    copy.close()


def test_copies_can_follow_one_another(store: Store, tmp_path: Path):
    for number in range(3):
        copy_database(store, tmp_path / f"{number}.duckdb")
    assert len(list(tmp_path.glob("*.duckdb"))) == 3
