"""When a rate reaches its target, with an interval that past rounds were held against.

Pace falls as those who are easy to reach are done, so the forecast is damped: every three weeks bring so many
times what the three weeks before brought. How much is measured, not assumed: at every past round the pace
known then is compared with what the following three weeks really brought, commune by commune. The median of
these ratios is the damping; the 10th and the 90th percentile say how far off the next three weeks may be, and
open the interval: the course starts as low or as high, and is damped alike from there. The backtest takes at
each past round only the ratios known by then, and tells the share of communes whose next weeks lay inside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.pace import BLOCK, PerWeek, paces_between, pair_paces, summed
from dashboard.measures.pairs import CARRIERS, pairs_in
from dashboard.measures.scope import Scope
from dashboard.reference.rounds import WEEK

Ratios: TypeAlias = npt.NDArray[np.float64]

TOTAL, VERIFIED = COUNTS.index("total_count"), COUNTS.index("verified_count")
LOW, MIDDLE, HIGH = 10, 50, 90  # percentiles: four of five outcomes between the outer two
FEWEST_RATIOS = 30  # below that a tenth is three communes, and the interval would be luck
FARTHEST = timedelta(days=3650)  # a date ten years off says no more than "not at this pace"


@dataclass(frozen=True)
class Damping:
    """What three weeks brought, in the past, of what the pace before promised: low, middle, high.

    `held_share` is the share of past outcomes inside the interval that was known then, over `held_of_count`
    outcomes; None where there are too few rounds to look back on.
    """

    low: float
    middle: float
    high: float
    held_share: float | None
    held_of_count: int


@dataclass(frozen=True)
class Forecast:
    """When the target is reached: at the middle damping, at the earliest and the latest of the interval; None
    where it is not reached within ten years.

    `pace_per_week` verified subscribers a week now, `needed_per_week` what would reach the target on its day;
    `missing_count` are those still to verify until then.
    """

    missing_count: int
    pace_per_week: float
    needed_per_week: float
    reached_on: date | None
    earliest_on: date | None
    latest_on: date | None

    def misses(self, due_on: date) -> bool:
        """Whether the middle forecast comes after a day, or never."""
        return self.reached_on is None or self.reached_on > due_on


@dataclass(frozen=True)
class Aim:
    """A rate (%) to be reached by a day."""

    verified_pct: float
    due_on: date


def damping(cube: Cube, scope: Scope) -> Damping | None:
    """Measured over all communes and past rounds of a cube that holds every round (`cube.read_history`).

    None where there are too few rounds yet: then no date is told.
    """
    by_origin = dict(_ratios_by_origin(cube, scope))
    pool = np.concatenate([*by_origin.values(), np.empty(0)])
    if pool.size < FEWEST_RATIOS:
        return None
    held = np.concatenate([*_held(by_origin, cube), np.empty(0, np.bool_)])
    low, middle, high = np.percentile(pool, (LOW, MIDDLE, HIGH))
    share = float(held.mean()) if held.size else None
    return Damping(float(low), float(middle), float(high), share, int(held.size))


def forecasts(cube: Cube, scope: Scope, aim: Aim, axis: int | tuple[int, ...]) -> list[Forecast | None]:
    """A forecast for each unit left when pairs are summed over `axis` (0 communes, 1 carriers).

    On the last known figures of each pair. None for a unit whose pace nobody knows. Raises ValueError for a
    carrier nobody knows.
    """
    past, today = damping(cube, scope), cube.rounds[-1]
    pairs = pairs_in(cube, Scope(scope.round_on, scope.carriers, scope.kind, "last-known"))
    counts = pairs.counts[-1].sum(axis=axis).reshape(-1, len(COUNTS))
    paces = np.atleast_1d(summed(pair_paces(cube, scope), axis)).ravel()
    missing = np.ceil(aim.verified_pct / 100 * counts[:, TOTAL] - counts[:, VERIFIED])
    return [
        None if np.isnan(pace) else _forecast(_Course(today, max(0, int(left)), float(pace)), aim, past)
        for left, pace in zip(missing, paces, strict=True)
    ]


@dataclass(frozen=True)
class _Course:
    """From a day on: subscribers still to verify, and how many a week are verified now."""

    today: date
    missing_count: int
    pace_per_week: float

    def reached_on(self, first: float, damping: float) -> date | None:
        """The day all are done, when the first block brings `first` times the pace, and each after it
        `damping` times the one before."""
        left, day = float(self.missing_count), self.today
        gain = self.pace_per_week * (BLOCK / WEEK) * first
        while left > 0 and gain > 0 and day - self.today < FARTHEST:
            if left <= gain:
                return day + timedelta(days=int(np.ceil(left / gain * BLOCK.days)))
            left, day, gain = left - gain, day + BLOCK, gain * damping
        return self.today if left <= 0 else None


def _forecast(course: _Course, aim: Aim, past: Damping | None) -> Forecast:
    weeks_left = max((aim.due_on - course.today) / WEEK, 0)
    missing = course.missing_count
    return Forecast(
        missing_count=missing,
        pace_per_week=course.pace_per_week,
        needed_per_week=missing / weeks_left if weeks_left else float("inf") if missing else 0.0,
        reached_on=_reached(course, past, past.middle) if past else None,
        earliest_on=_reached(course, past, past.high) if past else None,
        latest_on=_reached(course, past, past.low) if past else None,
    )


def _reached(course: _Course, past: Damping, first: float) -> date | None:
    """No pace is taken to grow for ever: where the past's did, it stays."""
    return course.reached_on(first, min(past.middle, 1.0))


def _ratios_by_origin(cube: Cube, scope: Scope) -> Iterator[tuple[int, Ratios]]:
    """For each round that has three weeks before and after it: what came, of what the pace then promised."""
    for origin in range(len(cube.rounds)):
        end = _place_of(cube, cube.rounds[origin] + BLOCK)
        if end is None or cube.rounds[origin] - BLOCK < cube.rounds[0]:
            continue
        promised = _by_commune(pair_paces(cube, scope, origin))
        came = _by_commune(paces_between(cube, scope, origin, end))
        is_known = ~np.isnan(promised) & ~np.isnan(came) & (promised > 0)
        yield origin, came[is_known] / promised[is_known]


def _held(by_origin: dict[int, Ratios], cube: Cube) -> Iterator[npt.NDArray[np.bool_]]:
    """Of each origin whether its ratios lay within the interval of those that had ended by then."""
    for origin, ratios in by_origin.items():
        ended = [
            past for before, past in by_origin.items() if cube.rounds[before] + BLOCK <= cube.rounds[origin]
        ]
        pool = np.concatenate([*ended, np.empty(0)])
        if pool.size >= FEWEST_RATIOS:
            low, high = np.percentile(pool, (LOW, HIGH))
            yield (ratios >= low) & (ratios <= high)


def _by_commune(paces: PerWeek) -> PerWeek:
    return summed(paces, CARRIERS - 1)


def _place_of(cube: Cube, day: date) -> int | None:
    return cube.rounds.index(day) if day in cube.rounds else None
