"""The meeting over a year of figures, on a projector's screen: opened, its pages turned, its weeks played.

A page is turned by a press of an arrow key; it counts until the frame after the one that shows it. Opening
counts from the start of the navigation, in a browser that has never been here, to the first page.
"""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright, ViewportSize

from bench.apps import OURS, running
from bench.chromium import launch
from bench.serving import Server
from bench.spread import Spread, spread

PROJECTOR = ViewportSize(width=1920, height=1080)
PATIENCE_MS = 60_000
OPENINGS_COUNT, ROUNDTRIPS_COUNT, FRAMES_COUNT = 3, 3, 30

# Resolves with the milliseconds from a press to the frame after the one in which `shown` has changed.
PRESS_JS = """([key, selector]) => new Promise(done => {
  const host = document.querySelector('.meeting');
  const shown = () => `${host.dataset.step} ${host.querySelector('.atlas-player .frame')?.textContent}`;
  const before = shown(), began = performance.now();
  const target = selector ? host.querySelector(selector) : host;
  if (selector) target.click();
  else target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const look = () => requestAnimationFrame(() => (shown() === before ? look()
    : requestAnimationFrame(() => done(performance.now() - began))));
  look();
})"""


@dataclass(frozen=True)
class MeetingBench:
    """Milliseconds to the first page, of a page turned, of a week stepped; requests of all these."""

    opened_ms: Spread
    turned_ms: Spread
    stepped_ms: Spread
    requests_count: int
    agenda_bytes: int


def measure_meeting(playwright: Playwright, folder: Path) -> MeetingBench:
    """On the figures that `bench.stage.prepare` put into `folder`."""
    with running(OURS, folder) as server:
        opened = [_opened_ms(playwright, server) for _ in range(OPENINGS_COUNT)]
        browser = launch(playwright)
        try:
            page = browser.new_page(viewport=PROJECTOR, locale="vi-VN")
            return _held(page, server, opened)
        finally:
            browser.close()


def _opened_ms(playwright: Playwright, server: Server) -> float:
    browser = launch(playwright)
    try:
        page = browser.new_page(viewport=PROJECTOR, locale="vi-VN")
        page.goto(f"{server.url}/hop", wait_until="commit")
        page.wait_for_selector(".meeting[data-turned-ms]", timeout=PATIENCE_MS)
        return float(page.evaluate("performance.now()"))
    finally:
        browser.close()


def _held(page: Page, server: Server, opened: list[float]) -> MeetingBench:
    agendas: list[int] = []
    page.on(
        "response", lambda answer: agendas.append(len(answer.body())) if "/meetings/" in answer.url else None
    )
    page.goto(f"{server.url}/hop")
    page.wait_for_selector(".meeting[data-turned-ms]", timeout=PATIENCE_MS)
    steps_count = page.locator(".meeting .pages button").count()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    turns = [
        float(page.evaluate(PRESS_JS, [key, ""]))
        for _ in range(ROUNDTRIPS_COUNT)
        for key in ("ArrowRight", "ArrowLeft")
        for _ in range(steps_count - 1)
    ]
    page.evaluate("document.querySelectorAll('.meeting .pages button')[2].click()")
    back = ".atlas-player button:nth-of-type(2)"
    frames = [float(page.evaluate(PRESS_JS, ["", back])) for _ in range(FRAMES_COUNT)]
    return MeetingBench(spread(opened), spread(turns), spread(frames), len(asked), agendas[0])
