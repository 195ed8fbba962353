"""Twenty viewers, each changing the filter once a second: how long until the whole answer is there."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench.apps import App, running
from bench.spread import Spread, spread
from bench.viewers import Viewer, viewer

VIEWERS_COUNT = 20
PERIOD_SECONDS = 1.0
STEPS_APART = 80  # no viewer asks what another has asked, so no cache helps


@dataclass(frozen=True)
class Crowd:
    """Milliseconds to the whole answer, answers a second that were reached, server CPU (ms) per change."""

    answer_ms: Spread
    changes_per_second: float
    cpu_ms: float
    memory_mib: float


def measure_crowd(app: App, folder: Path, seconds: float) -> Crowd:
    """All viewers against one freshly started server, after each has seen its first page."""
    with running(app, folder) as server:
        viewers = [viewer(app, server.url) for _ in range(VIEWERS_COUNT)]
        for each in viewers:
            each.show(0)
        cpu_before, began = server.cpu_seconds(), time.monotonic()
        times = _act_together(viewers, began + seconds)
        spent = server.cpu_seconds() - cpu_before
        elapsed = time.monotonic() - began
        memory_mib = server.memory_mib()
        for each in viewers:
            each.leave()
    return Crowd(spread(times), len(times) / elapsed, 1000 * spent / len(times), memory_mib)


def _act_together(viewers: list[Viewer], until: float) -> list[float]:
    times: list[float] = []
    threads = [
        threading.Thread(target=_act, args=(each, index, until, times)) for index, each in enumerate(viewers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _act(each: Viewer, index: int, until: float, times: list[float]) -> None:
    """Once a period, each viewer at its own point of it; one that waits longer acts again at once."""
    due = time.monotonic() + PERIOD_SECONDS * index / VIEWERS_COUNT
    step = index * STEPS_APART
    while due < until:
        time.sleep(max(0.0, due - time.monotonic()))
        step += 1
        began = time.monotonic()
        each.show(step)
        times.append(1000 * (time.monotonic() - began))
        due = max(due + PERIOD_SECONDS, time.monotonic())
