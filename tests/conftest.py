"""What tests of several packages share: an own home folder, an open store, the example reports, a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

# Before settings are read for the first time: no test may ask another host for anything.
os.environ["DASHBOARD_FIRST_START_DOWNLOAD"] = "false"

import pytest
from playwright.sync_api import Browser, sync_playwright

from bench.chromium import launch
from dashboard.paths import PROJECT_DIR, SHARED_DIR
from dashboard.store.database import Store, open_store

EXAMPLES_DIR = PROJECT_DIR / "tests" / "examples"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without the folder of real layers, skip what is marked as needing it; everything else must run."""
    if (SHARED_DIR / "geo").is_dir():
        return
    absent = pytest.mark.skip(reason=f"the real layers stay outside the project; there is no {SHARED_DIR}")
    for item in items:
        if item.get_closest_marker("real_layers"):
            item.add_marker(absent)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has its own DASHBOARD_HOME, child processes included: none touches data/var."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DASHBOARD_HOME", str(folder))
    return folder


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """An open, empty database in this test's home."""
    opened = open_store(home)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def examples() -> Path:
    """The carriers' example reports; bad ones in `bad/`, what they hold in `truth.csv`."""
    return EXAMPLES_DIR


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. Fails, never skips, where none is installed: `make test` installs it."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()
