"""Every page as Streamlit's own test runner sees it, over a filled or an empty home."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.paths import PROJECT_DIR
from tests.web.homes import empty_live, filled_live, without_demo  # noqa: F401

PAGES_DIR = PROJECT_DIR / "pages"
RUN_PATIENCE_SECONDS = 30

OpenPage = Callable[..., AppTest]


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
