"""The browser that the benches and the browser tests drive: Debian's Chromium, or one named by CHROMIUM."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",  # the tests run as root in a container, where Chromium's sandbox cannot start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # Chromium's own look-ups would count as traffic of the page
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(Exception):
    """No Chromium on this machine: `make test` installs one, or CHROMIUM names one."""


def executable() -> str:
    """Path of the browser: the environment's CHROMIUM, else the first of NAMES on the PATH.

    Raises NoBrowserError when there is none.
    """
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise NoBrowserError("no Chromium found: run `make browser`, or set CHROMIUM to its path")
    return found


def launch(playwright: Playwright) -> Browser:
    """A fresh headless browser with an empty cache."""
    return playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
