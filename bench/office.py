"""An office at work on one server: a reader's change while others act, many viewers at rest and one at a time
acting, and what an answer costs that somebody else has asked for already."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from playwright.sync_api import Playwright

from bench.apps import OURS, running
from bench.changes import WARM_UP_COUNT
from bench.chromium import launch
from bench.crowd import act_together
from bench.page import STEPS_ONE_WAY, reader
from bench.serving import Server
from bench.spread import Spread, spread
from bench.viewers.board import BoardViewer

BESIDE_COUNT, BESIDE_PERIOD_SECONDS = 20, 5.0  # the issue of maps, "Speed and access"
MANY_COUNT, MANY_PERIOD_SECONDS = 100, 20.0  # the same
MANY_SECONDS = 2 * MANY_PERIOD_SECONDS  # each acts twice
ASKED_COUNT = 50  # answers another has asked for; the processor's clock ticks in hundredths of a second
PAUSE_SECONDS = 0.3  # a reader's; what the processor has dropped meanwhile costs more than a rush


@dataclass(frozen=True)
class Office:
    """Key press to painted (ms) alone and beside 20 others; answers to 100 viewers (ms, and the longest);
    server CPU (ms) of an answer asked for before."""

    alone_ms: Spread
    beside_ms: Spread
    many_ms: Spread
    many_longest_ms: float
    asked_before_cpu_ms: float

    @property
    def slower(self) -> float:
        """How many times as long the change takes among others, at the 95 of 100."""
        return self.beside_ms.p95 / self.alone_ms.p95


def measure_office(playwright: Playwright, folder: Path, changes_count: int) -> Office:
    """All on one server: alone first, then beside others, then the others without the reader."""
    with running(OURS, folder) as server:
        alone, beside = _readers_changes(playwright, server, changes_count)
        cpu_ms = _asked_before_cpu_ms(server)
        many = _many(server)
    return Office(spread(alone), spread(beside), spread(many), max(many), cpu_ms)


def _readers_changes(playwright: Playwright, server: Server, most: int) -> tuple[list[float], list[float]]:
    """At most so many changes of the same page, alone and then beside others."""
    browser = launch(playwright)
    try:
        with reader(browser, OURS) as page:
            page.open(server.url)
            for _ in range(WARM_UP_COUNT):
                page.change()
            count = min(most, (STEPS_ONE_WAY - WARM_UP_COUNT) // 2)  # nothing is asked twice
            alone = [page.change() for _ in range(count)]
            with _others(server):
                return alone, [page.change() for _ in range(count)]
    finally:
        browser.close()


@contextmanager
def _others(server: Server) -> Iterator[None]:
    """Others at work until the caller is done."""
    viewers = [BoardViewer(server.url) for _ in range(BESIDE_COUNT)]
    done = threading.Event()
    with ThreadPoolExecutor(1) as beside:
        acting = beside.submit(act_together, viewers, BESIDE_PERIOD_SECONDS, lambda _due: done.is_set())
        try:
            yield
        finally:
            done.set()
        acting.result()
    for each in viewers:
        each.leave()


def _asked_before_cpu_ms(server: Server) -> float:
    """Two viewers ask the same things; the server's CPU for the second, who pauses between them."""
    first, second = BoardViewer(server.url), BoardViewer(server.url)
    for step in range(ASKED_COUNT):
        first.show(step)
    costs = []
    for step in range(ASKED_COUNT):
        time.sleep(PAUSE_SECONDS)
        before = server.cpu_seconds()
        second.show(step)
        costs.append(1000 * (server.cpu_seconds() - before))
    for each in (first, second):
        each.leave()
    return fmean(costs)


def _many(server: Server) -> list[float]:
    viewers = [BoardViewer(server.url) for _ in range(MANY_COUNT)]
    began = time.monotonic()
    times = act_together(viewers, MANY_PERIOD_SECONDS, lambda due: due >= began + MANY_SECONDS)
    for each in viewers:
        each.leave()
    return times
