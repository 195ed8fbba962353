"""How many subscribers are verified a week, pair by pair of commune and carrier, over the last weeks it
reported.

A pair's pace is what its verified subscribers grew between its own last report and its report three weeks
before, per week of the time between. So a carrier that missed a round keeps the pace of its own reports,
and nothing is taken for zero that was not reported. Paces of pairs add up to those of communes, carriers
and the province.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.scope import Scope
from dashboard.reference.rounds import WEEK

PerWeek: TypeAlias = npt.NDArray[np.float64]

VERIFIED = COUNTS.index("verified_count")
# One odd week weighs a third, and a change of pace still shows within the month that meetings plan.
BLOCK = 3 * WEEK


def pair_paces(cube: Cube, scope: Scope, place: int = -1) -> PerWeek:
    """Verified subscribers per week and pair of the scope (C, K), as known at a round of the cube.

    NaN for a pair that reported less than twice up to then. The cube holds every round (`cube.read_history`).
    Raises ValueError for a carrier nobody knows.
    """
    last = range(len(cube.rounds))[place]
    communes, carriers = cube.expected.communes_in(scope), cube.expected.carriers_in(scope)
    where = np.ix_(np.arange(last + 1), communes, carriers)
    return _slopes(cube, cube.counts[..., VERIFIED][where], cube.is_reported[where])


def paces_between(cube: Cube, scope: Scope, start: int, end: int) -> PerWeek:
    """What each pair (C, K) made per week from its last report up to one round to its last up to another.

    NaN where it did not report in between.
    """
    communes, carriers = cube.expected.communes_in(scope), cube.expected.carriers_in(scope)
    where = np.ix_(np.arange(end + 1), communes, carriers)
    verified, reported = cube.counts[..., VERIFIED][where], cube.is_reported[where]
    first, last = _last_reported(reported[: start + 1]), _last_reported(reported)
    return _per_week(cube, verified, first, np.where(last > first, last, -1))


def summed(paces: PerWeek, axis: int | tuple[int, ...]) -> PerWeek:
    """Paces of pairs added up; NaN where none of them is known."""
    total: PerWeek = np.nansum(paces, axis=axis)
    return np.where(np.isnan(paces).all(axis=axis), np.nan, total)


def _slopes(cube: Cube, verified: npt.NDArray[np.int64], reported: npt.NDArray[np.bool_]) -> PerWeek:
    """From the report about three weeks before the last one, or the earliest there is, to the last one."""
    days = np.array([day.toordinal() for day in cube.rounds[: len(reported)]])
    last = _last_reported(reported)
    far_enough = days[:, np.newaxis, np.newaxis] <= days[np.maximum(last, 0)] - BLOCK.days
    back = _last_reported(reported & far_enough)
    first = np.where(back >= 0, back, np.where(last >= 0, reported.argmax(axis=0), -1))
    return _per_week(cube, verified, first, np.where(first < last, last, -1))


def _last_reported(reported: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """Position of each pair's last report; -1 for none."""
    places = np.arange(len(reported))[:, np.newaxis, np.newaxis]
    latest: npt.NDArray[np.intp] = np.where(reported, places, -1).max(axis=0)
    return latest


def _per_week(
    cube: Cube, verified: npt.NDArray[np.int64], first: npt.NDArray[np.intp], last: npt.NDArray[np.intp]
) -> PerWeek:
    """Growth of each pair between two positions, per week; NaN where one of them is -1."""
    is_known = (first >= 0) & (last >= 0)
    start, end = np.maximum(first, 0), np.maximum(last, 0)
    days = np.array([day.toordinal() for day in cube.rounds[: len(verified)]])
    growth = np.take_along_axis(verified, end[np.newaxis], 0) - np.take_along_axis(
        verified, start[np.newaxis], 0
    )
    weeks = (days[end] - days[start]) / WEEK.days
    return np.where(is_known, growth[0] / np.where(is_known, weeks, 1), np.nan)
