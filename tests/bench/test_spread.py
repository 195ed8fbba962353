"""Quantiles that were really measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.spread import Spread, spread

TIMES_MS = st.lists(st.floats(0, 1e6), min_size=1)


def test_p95_of_thirty_is_the_second_highest():
    assert spread(range(1, 31)) == Spread(n=30, p50=15, p95=29)


def test_one_sample_is_all_there_is():
    assert spread([7.0]) == Spread(n=1, p50=7.0, p95=7.0)


def test_nothing_measured_is_no_spread():
    with pytest.raises(ValueError, match="nothing was measured"):
        spread([])


@given(TIMES_MS)
def test_both_quantiles_are_samples_in_order(samples: list[float]):
    found = spread(samples)
    assert {found.p50, found.p95} <= set(samples)
    assert min(samples) <= found.p50 <= found.p95 <= max(samples)
    assert sum(sample <= found.p95 for sample in samples) >= 0.95 * len(samples)
