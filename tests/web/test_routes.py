"""What answers where, and what happens around the server's life."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.store.database import Store
from dashboard.web.live import live
from dashboard.web.routes import lifespan, refuse_unsafe_address, routes
from tests.web.prepared import copy_of_filled

OF_STREAMLIT = ("/_stcore", "/media", "/component", "/static")


def test_no_route_of_ours_hides_one_of_streamlits():
    assert not [route.path for route in routes() if route.path.startswith(OF_STREAMLIT)]


def test_nobody_else_is_served_before_there_is_a_sign_in():
    refuse_unsafe_address("127.0.0.1")
    with pytest.raises(SystemExit, match="Chưa cấu hình đăng nhập"):
        refuse_unsafe_address(None)


def test_only_reading_is_allowed(filled: Store, client: TestClient):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/board/x").status_code == 405


def test_the_store_is_closed_with_the_server(home: Path, tmp_path_factory: pytest.TempPathFactory):
    copy_of_filled(tmp_path_factory, home)
    with TestClient(Starlette(routes=routes(), lifespan=lifespan)) as client:
        assert client.get("/board/x").status_code == 200
        store = live().store
    with pytest.raises(duckdb.ConnectionException):
        store.reader().execute("select 1")


def test_many_readers_at_once_get_the_same_answer(filled: Store):
    def ask(_: int) -> bytes:
        return TestClient(Starlette(routes=routes())).get("/board/x").content

    with ThreadPoolExecutor(8) as readers:
        assert len(set(readers.map(ask, range(24)))) == 1
