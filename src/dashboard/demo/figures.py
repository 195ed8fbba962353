"""Simulated counts of a week: a function of the seed and the date, of nothing else.

Verification follows an S-curve per carrier and commune. Locks follow the clock of Circular 08/2026/TT-BKHCN,
Article 8: four weeks after a one-way lock comes the two-way lock, five days later the contract ends.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.demo.terrain import CARRIER_CODES, terrain_of
from dashboard.reference.communes import Commune, communes
from dashboard.reference.rounds import WEEK

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

SUBSCRIBERS_COUNT = 4_200_000  # all carriers together: about one for each of 4.3 million people
IN_FORCE_ON = date(2026, 4, 15)  # Circular 08/2026/TT-BKHCN enters into force, itself a Wednesday
MIDDLE_WEEK = 24.0  # weeks after IN_FORCE_ON when half of what a place will reach is reached, on the plain
CURVE_WIDTH_WEEKS = 6.5  # steepest at about 1.8 points a week
FLOOR_SHARE, CEILING_SHARE = 0.45, 0.93  # verified share long before and long after, on the plain
WEEK_JITTER = 0.35  # a week's work comes up to this much early or late; under 0.5, so that nothing falls
CARRIER_EFFECT = np.array([0.0, 0.008, 0.0, -0.07, -0.075])  # small carriers have fewer points of sale
GROWTH_SHARE, GROWTH_WEEKS = 0.02, 40.0
ONE_WAY_WEEKS = 4  # Article 8: 30 days, so four weekly reports
WEEKLY_KEPT_SHARE = 0.85  # of those locked one way, the share that has still not verified a week later
TWO_WAY_STAY_SHARE = 5 / 7  # Article 8: the contract ends 5 days after the two-way lock; reports come every 7


@dataclass(frozen=True)
class Figures:
    """Counts of subscribers, arrays in the order of `communes()`: (166,), or (5, 166) for all carriers."""

    total_count: Counts
    verified_count: Counts
    locked_one_way_count: Counts
    locked_two_way_count: Counts

    @property
    def unverified_count(self) -> Counts:
        """Subscribers still to verify, the locked ones among them."""
        return self.total_count - self.verified_count

    def columns(self) -> tuple[Counts, Counts, Counts, Counts, Counts]:
        """The five counts in the order every report has them."""
        return (
            self.total_count,
            self.verified_count,
            self.unverified_count,
            self.locked_one_way_count,
            self.locked_two_way_count,
        )

    def of_carrier(self, carrier_code: str) -> "Figures":
        """The row of one carrier out of (5, 166) arrays. Raises ValueError for a carrier without a demo."""
        row = CARRIER_CODES.index(carrier_code)
        return Figures(
            self.total_count[row],
            self.verified_count[row],
            self.locked_one_way_count[row],
            self.locked_two_way_count[row],
        )


@dataclass(frozen=True)
class _Course:
    """What is fixed for a seed; arrays of shape (5, 166)."""

    base_count: Floats
    floor: Floats
    ceiling: Floats
    middle_week: Floats
    lock_share: Floats


@cache
def figures_on(seed: int, round_on: date) -> Figures:
    """Counts of all carriers and communes for a round, arrays of shape (5, 166), read-only.

    Verified counts of a place never fall from week to week; locked one way and two ways together never
    exceed the unverified.
    """
    newly_locked = [_newly_locked(seed, round_on - age * WEEK) for age in range(ONE_WAY_WEEKS + 1)]
    still_locked = [_down(count * WEEKLY_KEPT_SHARE**age) for age, count in enumerate(newly_locked)]
    total, verified = _stock(seed, round_on)
    one_way = np.sum(still_locked[:ONE_WAY_WEEKS], axis=0)
    two_way = _down(still_locked[ONE_WAY_WEEKS] * TWO_WAY_STAY_SHARE)
    for counts in (total, verified, one_way, two_way):
        counts.setflags(write=False)
    return Figures(total, verified, one_way, two_way)


def random_for(seed: int, day: date, purpose: str) -> np.random.Generator:
    """Chance that depends on the seed, a day and what it is for, so that no draw disturbs another."""
    return np.random.default_rng([seed, day.toordinal(), *purpose.encode()])


def _stock(seed: int, round_on: date) -> tuple[Counts, Counts]:
    course = _course(seed)
    chance = random_for(seed, round_on, "stock")
    week = (round_on - IN_FORCE_ON).days / 7
    worked_week = week + chance.uniform(-WEEK_JITTER, WEEK_JITTER, course.base_count.shape)
    reached = 0.5 * (1 + np.tanh((worked_week - course.middle_week) / (2 * CURVE_WIDTH_WEEKS)))
    verified_share = course.floor + (course.ceiling - course.floor) * reached
    growth = 1 + GROWTH_SHARE * np.tanh(week / GROWTH_WEEKS)
    wobble = chance.uniform(-0.0015, 0.0015, course.base_count.shape)
    total = np.rint(course.base_count * (growth + wobble)).astype(np.int64)
    return total, _down(course.base_count * verified_share)


def _newly_locked(seed: int, round_on: date) -> Counts:
    total, verified = _stock(seed, round_on)
    course = _course(seed)
    strictness = random_for(seed, round_on, "locks").uniform(0.8, 1.2, course.lock_share.shape)
    return _down((total - verified) * course.lock_share * strictness)


@cache
def _course(seed: int) -> _Course:
    chance = random_for(seed, IN_FORCE_ON, "course")
    shape = (len(CARRIER_CODES), len(communes()))
    slowness = np.array([terrain_of(commune.old_district).slowness for commune in communes()])
    here = chance.standard_t(5, shape[1]) * 0.028  # heavy tails: some places lag without a reason on the map
    cell = chance.normal(0, 0.018, shape)
    level = CARRIER_EFFECT[:, None] + here + cell
    return _Course(
        base_count=_base_count(chance),
        floor=np.clip(FLOOR_SHARE - 0.12 * slowness + level, 0.1, 0.7),
        ceiling=np.clip(CEILING_SHARE - 0.14 * slowness + level, 0.3, 0.97),
        middle_week=MIDDLE_WEEK
        + 6 * slowness
        + chance.normal(0, 1.6, shape[1])
        + chance.normal(0, 0.6, shape),
        lock_share=np.clip(0.055 - 0.01 * slowness + chance.normal(0, 0.008, shape), 0.02, 0.065),
    )


def _base_count(chance: np.random.Generator) -> Floats:
    size = np.array([_size(commune) for commune in communes()]) * chance.lognormal(0, 0.12, len(communes()))
    shares = np.array([terrain_of(commune.old_district).carrier_shares for commune in communes()]).T
    uneven = shares * chance.lognormal(0, 0.12, shares.shape)
    by_carrier = size * uneven / uneven.sum(axis=0)
    return np.asarray(by_carrier * SUBSCRIBERS_COUNT / by_carrier.sum())


def _size(commune: Commune) -> float:
    """Relative number of subscribers: by what the commune was made of, its kind and, weakly, its area."""
    old_count = len(commune.old_communes)
    size = terrain_of(commune.old_district).subscribers_per_old_commune * old_count
    roominess: float = (commune.area_km2 / old_count / 10) ** 0.15  # 10 km2: about the median old commune
    return size * roominess * (1.15 if commune.kind == "phường" else 1.0)


def _down(values: NDArray[np.floating[Any]]) -> Counts:
    whole: Counts = np.floor(values).astype(np.int64)
    return whole
