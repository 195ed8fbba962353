"""The first map: a browser that has never been here, on a server just started and on one already visited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright

from bench.apps import App, running
from bench.chromium import launch
from bench.page import Opened, reader
from bench.spread import Spread, spread


@dataclass(frozen=True)
class FirstMap:
    """Milliseconds from the start of the navigation to the painted map, and what was sent for it."""

    new_server_ms: Spread
    visited_server_ms: Spread
    alive_ms: Spread  # until the map takes the pointer, on a visited server
    received_bytes: int


@dataclass(frozen=True)
class _Visit:
    opened: Opened
    received_bytes: int


def measure_first_map(
    playwright: Playwright, apps: Sequence[App], folder: Path, starts_count: int
) -> Mapping[App, FirstMap]:
    """`starts_count` fresh servers of each app in turn, two fresh browsers on each."""
    visits: dict[App, list[tuple[_Visit, _Visit]]] = {app: [] for app in apps}
    for _ in range(starts_count):
        for app in apps:
            with running(app, folder) as server:
                visits[app].append((_visit(playwright, app, server.url), _visit(playwright, app, server.url)))
    return {app: _summary(pairs) for app, pairs in visits.items()}


def _visit(playwright: Playwright, app: App, url: str) -> _Visit:
    browser = launch(playwright)
    try:
        with reader(browser, app) as page:
            opened = page.open(url)
            page.page.wait_for_load_state("networkidle")
            return _Visit(opened, page.wire.received_bytes)
    finally:
        browser.close()


def _summary(pairs: list[tuple[_Visit, _Visit]]) -> FirstMap:
    return FirstMap(
        spread(first.opened.painted_ms for first, _ in pairs),
        spread(second.opened.painted_ms for _, second in pairs),
        spread(second.opened.alive_ms for _, second in pairs),
        max(second.received_bytes for _, second in pairs),
    )
