"""Homes that tests of pages, routes and files start from; a conftest imports those it offers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.settings import settings
from dashboard.store.database import Store, open_store
from dashboard.web.live import live
from tests.web.prepared import copy_of_filled


@pytest.fixture(autouse=True)
def without_demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty home stays empty."""
    monkeypatch.setenv("DASHBOARD_FIRST_START_DEMO", "false")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture(name="filled")
def filled_by_itself(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Iterator[Store]:
    """Three rounds; in the last one wintel is missing and mobifone left three communes out."""
    copy_of_filled(tmp_path_factory, home)
    store = open_store(home)
    yield store
    store.close()


@pytest.fixture(name="filled")
def filled_live(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Iterator[Store]:
    """The same, as pages and routes have it."""
    copy_of_filled(tmp_path_factory, home)
    yield live().store
    live().store.close()


@pytest.fixture(name="empty")
def empty_live(home: Path) -> Iterator[Store]:
    """A home that nobody has reported to, as pages and routes have it."""
    yield live().store
    live().store.close()
