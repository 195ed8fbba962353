"""A filter change seen from a reader's browser: painted when, sent how much, cost the server what.

The apps take turns, one change each, so that whatever else the machine does falls on all alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median

from playwright.sync_api import Browser

from bench.apps import App, running
from bench.page import ReaderPage, reader
from bench.serving import Server
from bench.spread import Spread, spread

WARM_UP_COUNT = 2


@dataclass(frozen=True)
class Changes:
    """Per filter change: key press to painted (ms), bytes received (median), server CPU (ms, mean)."""

    painted_ms: Spread
    received_bytes: int
    cpu_ms: float


@dataclass
class _Lane:
    """One app's page and server, and what was measured on them so far."""

    page: ReaderPage
    server: Server
    painted_ms: list[float] = field(default_factory=list)
    received_bytes: list[int] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    def change(self) -> None:
        wire, server = self.page.wire, self.server
        bytes_before, cpu_before = wire.received_bytes, server.cpu_seconds()
        self.painted_ms.append(self.page.change())
        self.received_bytes.append(wire.received_bytes - bytes_before)
        self.cpu_ms.append(1000 * (server.cpu_seconds() - cpu_before))

    def result(self) -> Changes:
        return Changes(spread(self.painted_ms), round(median(self.received_bytes)), fmean(self.cpu_ms))


def measure_changes(
    browser: Browser, apps: Sequence[App], folder: Path, changes_count: int
) -> Mapping[App, Changes]:
    """`changes_count` changes of each app in turn (fewer of the slow ones, see App.changes_share)."""
    with ExitStack() as stack:
        lanes = {app: stack.enter_context(_lane(browser, app, folder)) for app in apps}
        for turn in range(changes_count):
            for app, lane in lanes.items():
                if turn < changes_count * app.changes_share:
                    lane.change()
        return {app: lane.result() for app, lane in lanes.items()}


@contextmanager
def _lane(browser: Browser, app: App, folder: Path) -> Iterator[_Lane]:
    with running(app, folder) as server, reader(browser, app) as page:
        page.open(server.url)
        for _ in range(WARM_UP_COUNT):
            page.change()
        yield _Lane(page, server)
