"""The bound on locks that turn two-way within a week, on stocks worked out by hand."""

import pytest

from dashboard.measures.lock_clock import rounds_on_the_clock, two_way_soon_at_most
from dashboard.measures.scope import Scope
from tests.measures.cubes import THIS_WEEK, cube_of, everybody
from tests.measures.reports import LAST


@pytest.mark.parametrize(
    ("stocks", "bound"),
    [
        ((40, 30, 20, 50), 20),  # the smallest of four: who is old now was in each of them
        ((10, 40, 30, 60, 50), 30),  # the stock of 28 days ago held nobody's lock of 23 days ago for sure
        ((50,), 50),  # without a past all of them may be due
        ((0, 0, 0, 25), 0),  # all locked within the last week
    ],
)
def test_the_smallest_stock_of_the_last_23_days_bounds_them(stocks: tuple[int, ...], bound: int):
    cube = cube_of([everybody(100, 40, one_way) for one_way in stocks])
    assert (two_way_soon_at_most(cube, THIS_WEEK) == bound).all()


def test_a_round_that_was_not_reported_lowers_nothing():
    silent = [[None] * 3] * 3
    cube = cube_of([everybody(100, 40, 30), silent, everybody(100, 40, 35), everybody(100, 40, 50)])
    assert (two_way_soon_at_most(cube, THIS_WEEK) == 30).all()


def test_of_a_carrier_missing_now_nothing_is_said():
    now = [[(100, 40, 30, 0), (100, 40, 30, 0), None]] * 3
    bound = two_way_soon_at_most(cube_of([everybody(100, 40, 30), now]), THIS_WEEK)
    assert bound.tolist() == [[30, 30, 0]] * 3


def test_only_carriers_and_communes_of_the_scope_are_bound():
    bound = two_way_soon_at_most(cube_of([everybody(100, 40, 30)]), Scope(LAST, ("bnet",), "xã"))
    assert bound.shape == (2, 1)


def test_the_clock_looks_at_the_rounds_of_the_last_23_days():
    assert rounds_on_the_clock(cube_of([everybody(100, 40, 30)] * 2)) == (0, 1)
    assert rounds_on_the_clock(cube_of([everybody(100, 40, 30)] * 6)) == (2, 3, 4, 5)
