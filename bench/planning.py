"""The planner on its reference instance, in its own process as the app runs it, for two minutes."""

import time
from dataclasses import dataclass
from pathlib import Path

from bench.reference_instance import reference_instance
from dashboard.support.planner.running import PlanRun, Standing
from dashboard.support.planner.search import Found

SECONDS = 115.0  # the last step may end a little late; two minutes are the aim
LOOK_EVERY_SECONDS = 0.1


@dataclass(frozen=True)
class Planning:
    """What the run found: the first plan, the last with its bound; seconds, and the child's peak memory."""

    first: Found
    first_seconds: float
    last: Found
    seconds: float
    memory_mib: float

    @property
    def gain_pct(self) -> float:
        """How much better than greedy."""
        return 100 * (self.last.objective / self.first.objective - 1)

    @property
    def gap_pct(self) -> float:
        """At most so much better is possible."""
        return 100 * self.last.gap


def measure_planning(layer: Path | None, seconds: float = SECONDS) -> Planning | None:
    """Run it; None where the public layer, from which the communes' places come, is not at hand."""
    if layer is None:
        return None
    run = PlanRun(reference_instance(layer), seconds)
    first = _first(run)
    last = run.wait()
    if first.found is None or last.found is None or last.peak_memory_mib is None:
        raise RuntimeError("the planner's process broke off")
    return Planning(first.found, first.seconds, last.found, last.seconds, last.peak_memory_mib)


def _first(run: PlanRun) -> Standing:
    while not (standing := run.standing()).found and standing.is_running:
        time.sleep(LOOK_EVERY_SECONDS)
    return standing
