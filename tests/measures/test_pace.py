"""Paces by hand: over three weeks of a pair's own reports, never over what was not reported."""

import numpy as np
import pytest

from dashboard.measures.pace import paces_between, pair_paces, summed
from tests.measures.cubes import THIS_WEEK, Pair, cube_of, everybody


def only_first(*verified: int | None) -> list[list[list[Pair]]]:
    """Rounds in which only the first commune's first carrier reports."""
    rounds = []
    for count in verified:
        pair = None if count is None else (1000, count, 0, 0)
        rounds.append([[pair, None, None], [None] * 3, [None] * 3])
    return rounds


@pytest.mark.parametrize(
    ("verified", "pace"),
    [
        ((100, 110, 130, 160), 20),  # 60 in three weeks
        ((0, 100, 110, 130, 160), 20),  # what lies further back plays no part
        ((100, 150), 50),  # two reports: what there is
        ((100, None, None, 160), 20),  # weeks without a report are weeks all the same
        ((100, 130, 160, None), 30),  # missing now: the pace of its own last reports
        ((100, 100, 100, 100), 0),
        ((130, 120, 110, 100), -10),
    ],
)
def test_a_pair_makes_so_many_a_week(verified: tuple[int | None, ...], pace: float):
    assert pair_paces(cube_of(only_first(*verified)), THIS_WEEK)[0, 0] == pytest.approx(pace)


@pytest.mark.parametrize("verified", [(100,), (None, 100), (None, None)])
def test_of_less_than_two_reports_there_is_no_pace(verified: tuple[int | None, ...]):
    assert np.isnan(pair_paces(cube_of(only_first(*verified)), THIS_WEEK)[0, 0])


def test_an_earlier_round_knows_nothing_of_later_ones():
    cube = cube_of(only_first(100, 110, 120, 130, 900))
    assert pair_paces(cube, THIS_WEEK, 3)[0, 0] == pytest.approx(10)


def test_what_really_came_is_counted_between_the_reports_up_to_two_rounds():
    cube = cube_of(only_first(100, 110, None, 150, 170))
    assert paces_between(cube, THIS_WEEK, 2, 4)[0, 0] == pytest.approx(20)
    assert np.isnan(paces_between(cube, THIS_WEEK, 1, 2)[0, 0])


def test_paces_of_pairs_add_up_and_nothing_known_stays_unknown():
    cube = cube_of([everybody(100, 10), everybody(100, 13)])
    assert summed(pair_paces(cube, THIS_WEEK), (0, 1)) == pytest.approx(27)
    by_commune = summed(pair_paces(cube_of(only_first(10, 13)), THIS_WEEK), 1)
    assert by_commune[0] == pytest.approx(3)
    assert np.isnan(by_commune[1:]).all()
