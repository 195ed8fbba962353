"""The map of the whole country in a real browser: opened, and its filter changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright

from bench.apps import OURS
from bench.chromium import launch
from bench.country_stage import COUNTRY_LAYER, prepare_country
from bench.page import Opened, ReaderPage, reader
from bench.serving import Server, serving
from bench.spread import Spread, spread

STARTS_COUNT = 3
CHANGES_COUNT = 20


@dataclass(frozen=True)
class CountryMap:
    """Milliseconds from the start of the navigation to the painted map that takes the pointer, on a server
    just started and on one visited before, each in a browser that was never there; key press to painted."""

    new_server_ms: Spread
    visited_server_ms: Spread
    changed_ms: Spread
    received_bytes: int


def measure_country_map(playwright: Playwright, folder: Path) -> CountryMap | str:
    """Everything of it; why not, where the country's layer is not at hand."""
    if not COUNTRY_LAYER.exists():
        return f"{COUNTRY_LAYER.name} is not in shared/geo"
    known = prepare_country(folder, COUNTRY_LAYER)
    visits = [_visited_twice(playwright, folder, known) for _ in range(STARTS_COUNT)]
    news, agains, received, changes = zip(*visits, strict=True)
    changed = spread(each for of_start in changes for each in of_start)
    return CountryMap(spread(news), spread(agains), changed, max(received))


def _visited_twice(
    playwright: Playwright, folder: Path, known: Mapping[str, str]
) -> tuple[float, float, int, list[float]]:
    """First map, and again in another browser, the bytes that one received, and its changes."""
    with serving(OURS.command, folder, known, OURS.answers_at) as server:
        new_ms, _, _ = _visit(playwright, server, 0)
        return new_ms, *_visit(playwright, server, CHANGES_COUNT)


def _visit(playwright: Playwright, server: Server, changes_count: int) -> tuple[float, int, list[float]]:
    browser = launch(playwright)
    try:
        with reader(browser, OURS) as page:
            ready_ms = _ready_ms(page.open(server.url))
            page.page.wait_for_load_state("networkidle")
            received = page.wire.received_bytes
            return ready_ms, received, _changes(page, changes_count)
    finally:
        browser.close()


def _changes(page: ReaderPage, count: int) -> list[float]:
    return [page.change() for _ in range(count)]


def _ready_ms(opened: Opened) -> float:
    return max(opened.painted_ms, opened.alive_ms)
