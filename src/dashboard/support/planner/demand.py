"""From figures to the planner's demand: who is left, by carrier and by when their number ends.

Reports give stocks, no dates (measures/lock_clock.py), so classes are bounds, the nearest end assumed:
two-way locks end within 5 days, week 1; one-way locks that may turn two-way within the week end 5 days after
that, week 2; the other one-way locks have between one and four weeks until they turn, and are spread evenly
over weeks 3, 4 and 5. What falls after the horizon stands in the class `soon` when within two weeks of it,
else with those without a date. Circular 08/2026/TT-BKHCN, Article 8.
"""

import numpy as np

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.lock_clock import two_way_soon_at_most
from dashboard.measures.pairs import pairs_in
from dashboard.measures.scope import Scope
from dashboard.support.planner.assumptions import Assumptions
from dashboard.support.planner.instance import Demand, Floats

WEEKS_OF_REST = (3, 4, 5)  # in which contracts end whose one-way lock is not about to turn
SOON_WEEKS = 2  # after the horizon
DISCOUNT = 0.99  # a week; sooner is a little better, so that plans do not put off for nothing


def demand_of(cube: Cube, scope: Scope, assumed: Assumptions, week_count: int) -> Demand:
    """Demand on the figures of the cube's last round; the cube holds every round (`cube.read_history`).

    Communes and carriers are those of the scope, in the order of the cube; a pair without figures has nobody
    to plan for. Raises ValueError for a horizon that is not 1 to 8 weeks and for a carrier nobody knows.
    """
    if not 1 <= week_count <= 8:
        raise ValueError(f"{week_count} weeks: a plan is for 1 to 8")
    counts = pairs_in(cube, scope).counts[-1].astype(float)
    unverified = _by_class(counts, two_way_soon_at_most(cube, scope).astype(float), week_count)
    communes = counts.sum(axis=1)
    phone = np.full(len(counts), assumed["phone_share_pct"].value / 100)
    return Demand(
        unverified,
        communes[:, COUNTS.index("total_count")],
        communes[:, COUNTS.index("verified_count")],
        weights(assumed, week_count),
        _shares(assumed, "turnout", week_count),
        _shares(assumed, "hazard", week_count),
        phone,
    )


def _by_class(counts: Floats, soon_two_way: Floats, week_count: int) -> Floats:
    """(C, K, S): no date, ending in week 1, 2, ..., ending soon after the horizon."""
    unverified, one_way, two_way = (
        counts[..., COUNTS.index(name)]
        for name in ("unverified_count", "locked_one_way_count", "locked_two_way_count")
    )
    two_way = np.minimum(two_way, unverified)
    one_way = np.minimum(one_way, unverified - two_way)
    turning = np.minimum(soon_two_way, one_way)
    people = np.zeros((*unverified.shape, week_count + 2))
    ending = [(1, two_way), (2, turning)]
    ending += [(week, (one_way - turning) / len(WEEKS_OF_REST)) for week in WEEKS_OF_REST]
    for week, ended in ending:
        people[..., _class_of(week, week_count)] += ended
    people[..., 0] += unverified - two_way - one_way
    return people


def _class_of(week: int, week_count: int) -> int:
    if week <= week_count:
        return week
    return week_count + 1 if week <= week_count + SOON_WEEKS else 0


def weights(assumed: Assumptions, week_count: int) -> Floats:
    """(S, W) what one person counts: one, more before the number is cut off, nothing once it is gone."""
    two_way, end = assumed["weight_before_two_way"].value, assumed["weight_before_end"].value
    found = np.ones((week_count + 2, week_count))
    found[-1] += (two_way + end) / 2
    for ending in range(1, week_count + 1):
        found[ending, : ending - 1] += two_way + end
        found[ending, ending - 1] += end
        found[ending, ending:] = 0
    return np.asarray(found * DISCOUNT ** np.arange(week_count))


def _shares(assumed: Assumptions, name: str, week_count: int) -> Floats:
    undated, dated, soon = (assumed[f"{name}{part}_pct"].value / 100 for part in ("", "_dated", "_soon"))
    return np.array([undated, *([dated] * week_count), soon])
