"""Waiting in a page for what it comes to hold. Playwright's own waiting evaluates text in the page again and
again, which the app's content security policy forbids; asking from outside it does not."""

import time
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

PATIENCE_MS = 30_000.0
BETWEEN_SECONDS = 0.02


def until(page: Page, expression: str, arg: Any = None, patience_ms: float = PATIENCE_MS) -> None:
    """Until an expression or function of the page is true; one that fails, as while a page changes, is not.

    Raises Playwright's TimeoutError.
    """
    last = time.monotonic() + patience_ms / 1000
    while not _holds(page, expression, arg):
        if time.monotonic() > last:
            raise PlaywrightTimeoutError(f"not within {patience_ms:.0f} ms: {expression}")
        time.sleep(BETWEEN_SECONDS)


def _holds(page: Page, expression: str, arg: Any) -> bool:
    try:
        return bool(page.evaluate(expression, arg))
    except PlaywrightError:
        return False
