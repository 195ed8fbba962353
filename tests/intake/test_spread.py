"""Median and deviation of what was: a single slip bends neither."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.spread import MAD_TO_DEVIATION, middle_and_deviation

COUNTS = st.lists(st.integers(0, 50_000), min_size=3, max_size=9)


def of_one(values: list[int]) -> tuple[float, float]:
    middle, deviation = middle_and_deviation(np.array(values, dtype=np.float64).reshape(-1, 1))
    return float(middle[0]), float(deviation[0])


def test_each_commune_has_its_own_and_a_missing_round_is_left_out():
    nan = np.nan
    past = np.array([[10, 5, nan, nan], [12, 5, 7, nan], [200, 5, 9, nan]])
    middle, deviation = middle_and_deviation(past)
    assert middle == pytest.approx([12, 5, 8, nan], nan_ok=True)
    assert deviation == pytest.approx([2 * MAD_TO_DEVIATION, 0, MAD_TO_DEVIATION, nan], nan_ok=True)


def test_of_a_normal_spread_it_is_the_standard_deviation():
    values = np.random.default_rng(1).normal(1000, 40, (20_001, 1))
    _, deviation = middle_and_deviation(values)
    assert deviation[0] == pytest.approx(40, rel=0.03)


@given(COUNTS, st.integers(0, 10_000_000))
def test_one_wild_value_leaves_the_middle_within_the_others(values: list[int], wild: int):
    middle, _ = of_one([*values, wild])
    assert min(values) <= middle <= max(values)


@given(COUNTS, st.integers(1, 1000))
def test_another_unit_changes_both_by_the_same_factor(values: list[int], factor: int):
    middle, deviation = of_one(values)
    assert of_one([value * factor for value in values]) == pytest.approx(
        (middle * factor, deviation * factor)
    )


@given(COUNTS)
def test_the_order_of_rounds_plays_no_part(values: list[int]):
    assert of_one(values) == of_one(sorted(values))
