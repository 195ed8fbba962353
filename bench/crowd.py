"""Twenty viewers, each changing the filter once a second: how long until the whole answer is there."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.apps import App, running
from bench.spread import Spread, spread
from bench.viewers import Viewer, viewer

VIEWERS_COUNT = 20
PERIOD_SECONDS = 1.0
DIFFERENT_STEPS = 1600  # shared out among the viewers: none asks what another has asked, so no cache helps


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
        times = act_together(viewers, PERIOD_SECONDS, lambda due: due >= began + seconds)
        spent = server.cpu_seconds() - cpu_before
        elapsed = time.monotonic() - began
        memory_mib = server.memory_mib()
        for each in viewers:
            each.leave()
    return Crowd(spread(times), len(times) / elapsed, 1000 * spent / len(times), memory_mib)


def act_together(
    viewers: Sequence[Viewer], period_seconds: float, is_over: Callable[[float], bool]
) -> list[float]:
    """Milliseconds to each answer: all viewers act once a period, until no more may at their moment (of the
    monotonic clock)."""
    times: list[float] = []
    with ThreadPoolExecutor(len(viewers)) as at_once:
        acting = [
            at_once.submit(_act, each, _Turn(index, len(viewers), period_seconds), is_over, times)
            for index, each in enumerate(viewers)
        ]
        for one in acting:
            one.result()  # a viewer who got no answer is no fast one
    return times


@dataclass(frozen=True)
class _Turn:
    """Which of how many viewers this is, for a point of the period and questions of its own."""

    index: int
    of_count: int
    period_seconds: float


def _act(each: Viewer, turn: _Turn, is_over: Callable[[float], bool], times: list[float]) -> None:
    """Once a period; one that waits longer acts again at once."""
    due = time.monotonic() + turn.period_seconds * turn.index / turn.of_count
    step = turn.index * (DIFFERENT_STEPS // turn.of_count)
    while not is_over(due):
        time.sleep(max(0.0, due - time.monotonic()))
        step += 1
        began = time.monotonic()
        each.show(step)
        times.append(1000 * (time.monotonic() - began))
        due = max(due + turn.period_seconds, time.monotonic())
