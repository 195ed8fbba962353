"""People left by the week in which their number ends, on figures made by hand."""

import numpy as np
import pytest

from dashboard.support.planner.assumptions import delivered_assumptions
from dashboard.support.planner.demand import demand_of, weights
from tests.measures.cubes import THIS_WEEK, cube_of, everybody

ASSUMED = delivered_assumptions()


def test_locks_fall_into_the_weeks_in_which_contracts_end():
    # 100 one-way locks in every round of the last 23 days but the first, when there were 40: at most 40 turn.
    rounds = [everybody(1000, 400, 40, 0), *[everybody(1000, 400, 100, 20)] * 3]
    demand = demand_of(cube_of(rounds), THIS_WEEK, ASSUMED, 4)
    assert demand.unverified[0, 0].tolist() == [600 - 120, 20, 40, 20, 20, 20]
    assert demand.unverified.sum(axis=2) == pytest.approx(np.full(demand.unverified.shape[:2], 600.0))


@pytest.mark.parametrize("weeks", range(1, 9))
def test_nobody_is_lost_or_counted_twice_in_any_horizon(weeks: int):
    rounds = [everybody(1000, 400, 90, 30)] * 5
    demand = demand_of(cube_of(rounds), THIS_WEEK, ASSUMED, weeks)
    assert demand.unverified.shape[2] == weeks + 2
    assert demand.unverified[0, 0].sum() == pytest.approx(600)
    assert demand.weight.shape == (weeks + 2, weeks)
    assert demand.turnout.shape == demand.hazard.shape == (weeks + 2,)


def test_more_locks_than_people_left_are_cut_to_them():
    demand = demand_of(cube_of([everybody(100, 90, 30, 8)]), THIS_WEEK, ASSUMED, 2)
    assert demand.unverified[0, 0].sum() == pytest.approx(10)
    assert demand.unverified[0, 0, 1] == 8


def test_a_person_counts_five_before_two_way_four_in_the_last_week_and_nothing_after():
    table = weights(ASSUMED, 4) / 0.99 ** np.arange(4)
    assert table[0].tolist() == pytest.approx([1, 1, 1, 1])
    assert table[2].tolist() == pytest.approx([5, 4, 0, 0])
    assert table[5].tolist() == pytest.approx([3, 3, 3, 3])


def test_horizons_beyond_eight_weeks_are_refused():
    with pytest.raises(ValueError, match="1 to 8"):
        demand_of(cube_of([everybody(100, 90)]), THIS_WEEK, ASSUMED, 9)
