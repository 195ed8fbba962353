"""Forecasts against worlds whose future is known."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from dashboard.measures.cube import Cube
from dashboard.measures.forecast import Aim, damping, forecasts
from dashboard.measures.scope import Expected
from tests.measures.cubes import THIS_WEEK, Pair, cube_of
from tests.measures.reports import LAST, SMALL_WORLD

COMMUNES_COUNT = 40
FAR = Aim(100.0, date(2027, 4, 15))
WORLD = Expected(
    tuple(replace(SMALL_WORLD.communes[0], code=f"{number:05d}") for number in range(COMMUNES_COUNT)),
    SMALL_WORLD.carriers[:1],
)


def world(rounds_count: int, ratio: float = 1.0, spread: float = 0.0) -> Cube:
    """40 communes of one carrier; each three weeks bring `ratio` times the three before, give or take."""
    chance = np.random.default_rng(20261111)
    rounds: list[list[list[Pair]]] = []
    verified = np.full(COMMUNES_COUNT, 1000.0)
    for number in range(rounds_count):
        rounds.append([[(10_000, round(count), 0, 0)] for count in verified])
        verified += 60 * ratio ** (number / 3) * (1 + chance.normal(0, spread or 1e-12, COMMUNES_COUNT))
    return cube_of(rounds, WORLD)


@pytest.mark.parametrize("ratio", [1.0, 0.9, 0.7])
def test_the_damping_of_a_world_is_found(ratio: float):
    found = damping(world(14, ratio), THIS_WEEK)
    assert found is not None
    assert (found.low, found.middle, found.high) == pytest.approx((ratio,) * 3, abs=0.02)


def test_at_a_steady_pace_the_date_is_what_is_left_over_the_pace():
    (found,) = forecasts(world(14), THIS_WEEK, FAR, (0, 1))
    assert found is not None
    assert found.missing_count == COMMUNES_COUNT * (10_000 - 1000 - 13 * 60)
    assert found.pace_per_week == pytest.approx(COMMUNES_COUNT * 60)
    weeks = found.missing_count / found.pace_per_week
    assert found.reached_on is not None
    assert abs(found.reached_on - (LAST + timedelta(weeks=weeks))) <= timedelta(days=14)


def test_a_pace_that_dies_away_never_gets_there_and_says_so():
    (found,) = forecasts(world(14, ratio=0.7), THIS_WEEK, FAR, (0, 1))
    assert found is not None
    assert found.reached_on is None
    assert found.misses(date(2027, 4, 15))


def test_the_interval_holds_about_four_fifths_of_what_came():
    found = damping(world(40, spread=0.3), THIS_WEEK)
    assert found is not None
    assert found.held_share is not None
    assert 0.7 <= found.held_share <= 0.9
    assert found.held_of_count > 500


def test_dates_of_the_interval_lie_on_either_side():
    (found,) = forecasts(world(20, spread=0.3), THIS_WEEK, Aim(30.0, date(2027, 4, 15)), (0, 1))
    assert found is not None
    assert found.earliest_on is not None
    assert found.latest_on is not None
    assert found.reached_on is not None
    assert found.earliest_on <= found.reached_on <= found.latest_on


def test_with_a_few_rounds_there_is_a_pace_and_no_date():
    assert damping(world(4), THIS_WEEK) is None
    (found,) = forecasts(world(4), THIS_WEEK, FAR, (0, 1))
    assert found is not None
    assert found.pace_per_week > 0
    assert (found.reached_on, found.earliest_on, found.latest_on) == (None, None, None)


def test_what_is_reached_is_reached_today_and_needs_nothing():
    (found,) = forecasts(world(14), THIS_WEEK, Aim(10.0, date(2027, 4, 15)), (0, 1))
    assert found is not None
    assert (found.missing_count, found.needed_per_week, found.reached_on) == (0, 0, LAST)


def test_one_round_has_no_pace_and_so_no_forecast():
    assert forecasts(world(1), THIS_WEEK, FAR, (0, 1)) == [None]


def test_every_commune_and_every_carrier_has_one():
    assert len(forecasts(world(14), THIS_WEEK, FAR, 1)) == COMMUNES_COUNT
    assert len(forecasts(world(14), THIS_WEEK, FAR, 0)) == 1
