"""How many samples there were, the middle one, and the one that 95 of 100 stay under."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """Nearest-rank quantiles, in the samples' own unit: every figure given was really measured."""

    n: int
    p50: float
    p95: float


def spread(samples: Iterable[float]) -> Spread:
    """Spread of at least one sample. Raises ValueError for none."""
    ordered = sorted(samples)
    if not ordered:
        raise ValueError("nothing was measured")
    p50, p95 = (ordered[math.ceil(len(ordered) * share) - 1] for share in (0.5, 0.95))
    return Spread(len(ordered), p50, p95)
