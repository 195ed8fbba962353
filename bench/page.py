"""One reader's page of one app: what arrives over the wire, what is pressed, when it is painted."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ViewportSize
from playwright.sync_api import Page as BrowserPage

from bench.apps import App
from bench.waiting import until
from bench.year import ROUNDS_COUNT

PAINTED_JS = (Path(__file__).parent / "painted.js").read_text(encoding="utf-8")
VIEWPORT = ViewportSize(width=1366, height=768)
FIRST_MAP_PATIENCE_MS = 60_000
CHANGE_PATIENCE_MS = 30_000
STEPS_ONE_WAY = ROUNDS_COUNT - 1  # up to here every change asks for something new, so no cache answers
SETTLE_MS = 400  # after a change, so that its last work is not charged to the next one


class Wire:
    """Counts what a page receives: HTTP with its headers, and the payload of its websockets' frames."""

    def __init__(self, page: BrowserPage) -> None:
        self.received_bytes = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._http)
        session.on("Network.webSocketFrameReceived", self._frame)

    def _http(self, event: dict[str, Any]) -> None:
        self.received_bytes += int(event["encodedDataLength"])

    def _frame(self, event: dict[str, Any]) -> None:
        payload, is_binary = event["response"]["payloadData"], event["response"]["opcode"] == 2
        self.received_bytes += len(base64.b64decode(payload)) if is_binary else len(payload.encode())


@dataclass(frozen=True)
class Opened:
    """Milliseconds from the start of the navigation: map painted; map takes the pointer."""

    painted_ms: float
    alive_ms: float


class ReaderPage:
    """A page that shows the app's map and can change its filter."""

    def __init__(self, page: BrowserPage, app: App) -> None:
        self.page = page
        self.app = app
        self.wire = Wire(page)
        self.step = 0

    def open(self, url: str) -> Opened:
        """Go there and wait until the map is painted and alive."""
        self.page.add_init_script(PAINTED_JS)
        self.page.goto(url, wait_until="commit")
        painted_ms = self._painted_ms(FIRST_MAP_PATIENCE_MS)
        until(self.page, "bench.aliveMs !== null", patience_ms=FIRST_MAP_PATIENCE_MS)
        return Opened(painted_ms, float(self.page.evaluate("bench.aliveMs")))

    def change(self) -> float:
        """Move the filter by one step; milliseconds from the key press until the new values are painted."""
        self.page.bring_to_front()
        self.page.locator(self.app.control).first.focus()
        self.page.evaluate("bench.arm()")
        self.page.keyboard.press(self._key())
        painted_ms = self._painted_ms(CHANGE_PATIENCE_MS)
        self.page.wait_for_timeout(SETTLE_MS)
        return painted_ms

    def _key(self) -> str:
        """To the last round and back, so that a control at its end never swallows a key."""
        is_way_back = self.step // STEPS_ONE_WAY % 2
        self.step += 1
        return self.app.back if is_way_back else self.app.forth

    def _painted_ms(self, patience_ms: int) -> float:
        until(self.page, "bench.ms !== null", patience_ms=patience_ms)
        return float(self.page.evaluate("bench.ms"))


@contextmanager
def reader(browser: Browser, app: App) -> Iterator[ReaderPage]:
    """A page in a context of its own, so that no cache is shared."""
    context = browser.new_context(viewport=VIEWPORT, locale="vi-VN")
    try:
        yield ReaderPage(context.new_page(), app)
    finally:
        context.close()
