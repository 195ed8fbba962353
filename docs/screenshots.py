"""The guide's pictures, from the running app with demo figures: `make screenshots` writes docs/images/.

Every page at the size of an office PC and of a meeting room's screen.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from bench.apps import OURS
from bench.chromium import launch
from bench.serving import Server, serving
from dashboard.paths import PROJECT_DIR

IMAGES_DIR = PROJECT_DIR / "docs" / "images"
PAGES = {"tong-quan": "/", "ban-do": "/ban-do", "xa-phuong": "/xa-phuong", "bao-cao": "/bao-cao"}
SIZES = (ViewportSize(width=1366, height=768), ViewportSize(width=1920, height=1080))
FIRST_START_SECONDS = 120
SETTLE_MS = 3000  # fonts, the map's first frame


def main() -> None:
    """Start on an empty folder, wait for the demo figures, take every page in both sizes."""
    IMAGES_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        environment = os.environ | {"DASHBOARD_HOME": f"{folder}/home", "DASHBOARD_FIRST_START_DOWNLOAD": "false"}
        with (
            serving(OURS.command, Path(folder), environment, OURS.answers_at) as server,
            sync_playwright() as playwright,
        ):
            browser = launch(playwright)
            wait_for_figures(browser, server)
            for size in SIZES:
                take_pages(browser, server, size)
            browser.close()


def wait_for_figures(browser: Browser, server: Server) -> None:
    """Until the first start is over and the map is alive."""
    began = time.monotonic()
    page = browser.new_page(locale="vi-VN")
    page.goto(server.url)
    page.wait_for_selector("#commune-map[data-alive]", timeout=1000 * FIRST_START_SECONDS)
    sys.stdout.write(f"first start to a usable page: {time.monotonic() - began:.0f} s\n")
    page.close()


def take_pages(browser: Browser, server: Server, size: ViewportSize) -> None:
    """docs/images/<page>-<width>.png for every page."""
    page = browser.new_page(viewport=size, locale="vi-VN")
    for name, path in PAGES.items():
        page.goto(server.url + path, wait_until="networkidle")
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=IMAGES_DIR / f"{name}-{size['width']}.png")
    page.close()


if __name__ == "__main__":
    main()
