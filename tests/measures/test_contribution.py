"""What moved the rate: the parts add up, and each stands for what its name says."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.contribution import contribution
from dashboard.measures.scope import Scope
from tests.measures.cubes import THIS_WEEK, Pair, cube_of, everybody
from tests.measures.reports import LAST

PAIRS = st.none() | st.tuples(st.integers(0, 500), st.integers(0, 500)).map(
    lambda numbers: (numbers[0] + numbers[1], numbers[1], 0, 0)
)
ROUNDS = st.lists(st.lists(PAIRS, min_size=3, max_size=3), min_size=3, max_size=3)


@given(before=ROUNDS, now=ROUNDS)
def test_the_parts_add_up_to_the_change_of_the_rate(
    before: Sequence[Sequence[Pair]], now: Sequence[Sequence[Pair]]
):
    found = contribution(cube_of([before, now]), THIS_WEEK)
    if found is None:
        return
    assert found.change_points == pytest.approx(found.now_pct - found.before_pct, abs=1e-9)
    assert sum(found.progress_by_carrier.values()) == pytest.approx(found.progress_points, abs=1e-9)


def test_more_verified_on_the_same_base_is_progress_alone():
    found = contribution(cube_of([everybody(100, 70), everybody(100, 72)]), THIS_WEEK)
    assert found is not None
    assert found.progress_points == pytest.approx(2)
    assert (found.left_points, found.base_points, found.joined_points) == pytest.approx((0, 0, 0))
    assert list(found.progress_by_carrier.values()) == pytest.approx([2 / 3] * 3)


def test_a_base_that_grows_by_unverified_takes_away():
    found = contribution(cube_of([everybody(100, 80), everybody(200, 80)]), THIS_WEEK)
    assert found is not None
    assert (found.progress_points, found.base_points) == pytest.approx((0, -40))


def test_a_carrier_that_does_not_report_moves_the_rate_by_its_absence_alone():
    """Two carriers at 90 % and one at 60 %, equally large: without the third the rate is 90 instead of 80."""
    before = [[(100, 90, 0, 0), (100, 90, 0, 0), (100, 60, 0, 0)]] * 3
    now = [[(100, 90, 0, 0), (100, 90, 0, 0), None]] * 3
    found = contribution(cube_of([before, now]), THIS_WEEK)
    assert found is not None
    assert found.left_points == pytest.approx(10)
    assert (found.progress_points, found.base_points, found.joined_points) == pytest.approx((0, 0, 0))
    assert (found.left, found.joined) == (("cnet",), ())


def test_a_carrier_that_comes_back_is_told_as_such():
    before = [[(100, 90, 0, 0), (100, 90, 0, 0), None]] * 3
    now = [[(100, 90, 0, 0), (100, 90, 0, 0), (100, 60, 0, 0)]] * 3
    found = contribution(cube_of([before, now]), THIS_WEEK)
    assert found is not None
    assert found.joined_points == pytest.approx(-10)
    assert found.joined == ("cnet",)


def test_only_the_carriers_asked_for_count():
    before = [[(100, 90, 0, 0), (100, 10, 0, 0), None]] * 3
    now = [[(100, 95, 0, 0), (100, 90, 0, 0), None]] * 3
    found = contribution(cube_of([before, now]), Scope(LAST, ("anet",)))
    assert found is not None
    assert found.change_points == pytest.approx(5)


def test_a_first_round_has_nothing_to_compare():
    assert contribution(cube_of([everybody(100, 70)]), THIS_WEEK) is None


def test_rounds_without_a_pair_in_common_say_nothing():
    before = [[(100, 90, 0, 0), None, None]] * 3
    now = [[None, (100, 90, 0, 0), None]] * 3
    assert contribution(cube_of([before, now]), THIS_WEEK) is None
