"""Every page as Streamlit's own test runner sees it, over a filled or an empty home."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.paths import PROJECT_DIR
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.web.live import live
from tests.web.prepared import copy_of_filled

PAGES_DIR = PROJECT_DIR / "pages"
RUN_PATIENCE_SECONDS = 30

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def without_demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty home stays empty."""
    monkeypatch.setenv("DASHBOARD_FIRST_START_DEMO", "false")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def filled(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Iterator[Store]:
    """Three rounds; in the last one a carrier is missing (tests/web/prepared.py)."""
    copy_of_filled(tmp_path_factory, home)
    yield live().store
    live().store.close()


@pytest.fixture
def empty(home: Path) -> Iterator[Store]:
    """No report has ever come."""
    yield live().store
    live().store.close()


def navigation(name: str) -> str:
    """A script with all pages of which this one is shown, since the test runner cannot turn pages itself."""
    pages = [
        f"st.Page({str(path)!r}, default={path.stem == name})" for path in sorted(PAGES_DIR.glob("*.py"))
    ]
    return f"import streamlit as st\nst.navigation([{', '.join(pages)}], position='hidden').run()\n"


@pytest.fixture
def open_page() -> OpenPage:
    """`open_page("overview", tuan="2026-11-11")`: a page by its file's name, among all pages, run once."""

    def open_one(name: str, **address: str) -> AppTest:
        page = AppTest.from_string(navigation(name), default_timeout=RUN_PATIENCE_SECONDS)
        for key, value in address.items():
            page.query_params[key.replace("_", "-")] = value
        page.run()
        assert not page.exception, page.exception[0].message
        return page

    return open_one
