"""Waiting for what a page comes to hold, under a policy that forbids evaluating text."""

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from bench.waiting import until
from dashboard.paths import PROJECT_DIR

STRICT = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\"><p>chờ</p>"
FORBIDDEN = "wait_for_" + "function("


def test_it_waits_under_a_strict_policy_and_gives_up_in_time(browser: Browser):
    page = browser.new_page()
    page.set_content(STRICT)
    page.evaluate("setTimeout(() => { document.title = 'xong' }, 200)")
    until(page, "title => document.title === title", "xong", 5_000)
    with pytest.raises(PlaywrightTimeoutError, match="not within"):
        until(page, "document.querySelector('h9').textContent", patience_ms=100)
    page.close()


def test_nothing_waits_in_the_way_that_the_policy_forbids():
    folders = (PROJECT_DIR / "tests", PROJECT_DIR / "bench", PROJECT_DIR / "docs")
    files = [path for folder in folders for path in folder.rglob("*.py")]
    assert [path for path in files if FORBIDDEN in path.read_text(encoding="utf-8")] == []
