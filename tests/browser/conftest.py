"""The real app, started as its users start it, and a reader's tab in a real Chromium."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from bench.apps import OURS
from bench.serving import Server, serving
from dashboard.boundaries import layer_in_force
from dashboard.paths import PROJECT_DIR
from dashboard.store.database import Store, open_store
from tests.browser.board_page import BoardPage
from tests.browser.expected import Expectation
from tests.web.prepared import copy_of_filled

OFFICE = {"width": 1366, "height": 768}

OpenTab = Callable[[], BoardPage]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@contextmanager
def app_on(home: Path, **environment: str) -> Iterator[Server]:
    """The app over a home folder, until the caller is done."""
    folder = home.parent
    with serving(OURS.command, folder, _environment(home) | environment, OURS.answers_at) as server:
        yield server


def _environment(home: Path) -> Mapping[str, str]:
    return os.environ | {
        "DASHBOARD_HOME": str(home),
        "DASHBOARD_FIRST_START_DOWNLOAD": "false",
        "DASHBOARD_FIRST_START_DEMO": "false",
        "PYTHONPATH": str(PROJECT_DIR / "src"),
    }


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with three rounds (tests/web/prepared.py); to be read, never stored in."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("app") / "home")
    with app_on(home) as server:
        yield server


@pytest.fixture(scope="session")
def store_of_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same figures in a database of our own: what the app shows has to agree with."""
    store = open_store(copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("beside") / "home"))
    yield store
    store.close()


@pytest.fixture(scope="session")
def office(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that was at this app before: what it keeps by name it has already."""
    context = browser.new_context(viewport=OFFICE, locale="vi-VN", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def open_tab(app: Server, office: BrowserContext) -> Iterator[OpenTab]:
    """New tabs; at the end of the test none may have been in trouble."""
    tabs: list[BoardPage] = []

    def open_one() -> BoardPage:
        tabs.append(BoardPage(office.new_page(), app.url))
        return tabs[-1]

    yield open_one
    trouble = [line for tab in tabs for line in tab.trouble]
    for tab in tabs:
        tab.page.close()
    assert not trouble, "\n".join(trouble)


@pytest.fixture
def tab(open_tab: OpenTab) -> BoardPage:
    """One tab, nothing opened yet."""
    return open_tab()


@pytest.fixture(scope="session")
def expected(store_of_app: Store) -> Expectation:
    """What the app has to show."""
    return Expectation(store_of_app, layer_in_force(store_of_app).codes)
