"""Our routes without Streamlit, over a filled or an empty home of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.web.live import live
from dashboard.web.routes import middleware, routes
from tests.web.prepared import copy_of_filled


@pytest.fixture(autouse=True)
def without_demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty home stays empty."""
    monkeypatch.setenv("DASHBOARD_FIRST_START_DEMO", "false")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def filled(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Iterator[Store]:
    """The store of a home with three rounds (tests/web/prepared.py), as pages and routes have it."""
    copy_of_filled(tmp_path_factory, home)
    yield live().store
    live().store.close()


@pytest.fixture
def empty(home: Path) -> Iterator[Store]:
    """The store of a home that nobody has reported to, as pages and routes have it."""
    yield live().store
    live().store.close()


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Asks our routes and middleware, nothing of Streamlit's."""
    with TestClient(Starlette(routes=routes(), middleware=middleware())) as asking:
        yield asking
