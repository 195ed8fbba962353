import duckdb
import pytest

from dashboard.store import spatial
from dashboard.store.database import Store
from dashboard.store.spatial import load_spatial

QUESTION = "select st_area(st_geomfromtext('POLYGON ((0 0, 2 0, 2 3, 0 3, 0 0))'))"


def test_loading_once_serves_every_cursor(store: Store):
    with pytest.raises(duckdb.CatalogException):
        store.reader().execute(QUESTION)
    load_spatial(store.reader())
    load_spatial(store.reader())
    assert store.reader().execute(QUESTION).fetchall() == [(6.0,)]


def test_a_version_without_its_wheel_is_the_operators_fault(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(spatial.duckdb, "__version__", "0.0.1")
    with pytest.raises(FileNotFoundError, match=r"v0\.0\.1"):
        load_spatial(store.reader())
