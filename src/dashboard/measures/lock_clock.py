"""How many one-way locks can at most turn two-way within the coming week, and how many at least are old.

Circular 08/2026/TT-BKHCN, Article 8: a one-way lock becomes two-way 30 days after it without verification,
and 5 days later the contract is ended. Reports give stocks by week and no dates per subscriber. Whoever
reaches the 30 days within the coming week was locked at least 23 days ago, so stands in the one-way stock
of this round and of each round of the last 23 days: the smallest of these stocks bounds their number from
above.
"""

from datetime import timedelta

import numpy as np

from dashboard.measures.cube import COUNTS, Cube, Whole
from dashboard.measures.scope import Scope

ONE_WAY = COUNTS.index("locked_one_way_count")
LOCK_LASTS = timedelta(days=30)  # Circular 08/2026/TT-BKHCN, Article 8
COMING = timedelta(days=7)


def two_way_soon_at_most(cube: Cube, scope: Scope) -> Whole:
    """Per commune and carrier of the scope (C, K): the upper bound for the cube's last round.

    The cube holds the rounds of the last 23 days at least (`cube.read_history`). A round in which a pair was
    not reported does not lower its bound. 0 for pairs not reported in the last round: their locks are
    unknown, and their carrier is named as missing. Raises ValueError for a carrier nobody knows.
    """
    communes, carriers = cube.expected.communes_in(scope), cube.expected.carriers_in(scope)
    where = np.ix_(np.array(rounds_on_the_clock(cube)), communes, carriers)
    stock, reported = cube.counts[..., ONE_WAY][where], cube.is_reported[where]
    most = np.where(reported, stock, np.iinfo(np.int64).max).min(axis=0)
    bound: Whole = np.where(reported[-1], most, 0)
    return bound


def rounds_on_the_clock(cube: Cube) -> tuple[int, ...]:
    """Positions of the rounds whose stocks are looked at: the last one and those of the 23 days before it."""
    since = cube.rounds[-1] - (LOCK_LASTS - COMING)
    return tuple(place for place, day in enumerate(cube.rounds) if day >= since)
