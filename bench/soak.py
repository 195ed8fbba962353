"""Whether memory stays flat: an hour's worth of filter changes in a few minutes, viewers coming and going.

runner.postScriptGC is off (.streamlit/config.toml), so nothing but Python's own collector frees cycles.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from statistics import linear_regression

from bench.apps import OURS, running
from bench.serving import Server
from bench.viewers.board import BoardViewer

HOUR_OF_CHANGES = 3600  # one reader who changes the filter every second
CHANGES_PER_VISIT = 60
SAMPLES_COUNT = 60
WARM_UP_SHARE = 0.25  # caches fill and the allocator finds its size


@dataclass(frozen=True)
class Soak:
    """Resident memory (MiB) over the run; `growth_mib` is the fitted rise after the warm-up."""

    changes_count: int
    visits_count: int
    seconds: float
    start_mib: float
    warm_mib: float
    end_mib: float
    highest_mib: float
    growth_mib: float


def measure_soak(folder: Path, changes_count: int = HOUR_OF_CHANGES) -> Soak:
    """`changes_count` changes one after the other, a new viewer every minute's worth."""
    with running(OURS, folder) as server:
        began = time.monotonic()
        samples = list(_samples(server, changes_count))
        seconds = time.monotonic() - began
    warm = samples[int(len(samples) * WARM_UP_SHARE) :]
    slope = linear_regression(range(len(warm)), warm).slope
    return Soak(
        changes_count=changes_count,
        visits_count=-(-changes_count // CHANGES_PER_VISIT),
        seconds=seconds,
        start_mib=samples[0],
        warm_mib=warm[0],
        end_mib=samples[-1],
        highest_mib=max(samples),
        growth_mib=slope * (len(warm) - 1),
    )


def _samples(server: Server, changes_count: int) -> Iterator[float]:
    """Memory now and then while viewers act."""
    every = max(1, changes_count // SAMPLES_COUNT)
    for done, _ in enumerate(islice(_changes(server.url), changes_count)):
        if done % every == 0:
            yield server.memory_mib()
    yield server.memory_mib()


def _changes(url: str) -> Iterator[int]:
    steps = count()
    while True:
        viewer = BoardViewer(url)
        for step in islice(steps, CHANGES_PER_VISIT):
            viewer.show(step)
            yield step
        viewer.leave()
