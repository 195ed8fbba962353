"""Carriers within a commune: the drag is what the commune's rate would be without the carrier, exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.carrier_gaps import DRAG_LEAST_PCT, GAPS, communes_by_carrier, dragged, gaps_table
from dashboard.reference.columns import columns
from tests.measures.cubes import THIS_WEEK, Pair, cube_of


def pair_of(total: int, verified: int) -> Pair:
    return (total, verified, 0, 0)


def test_the_worst_carrier_is_told_with_what_the_commune_would_be_without_it():
    cube = cube_of(
        [[[pair_of(1000, 400), pair_of(1000, 800), None], [None] * 3, [pair_of(10, 9), None, None]]]
    )
    low, high = communes_by_carrier(cube, THIS_WEEK)
    assert (low.commune_code, low.verified_pct, low.unverified_count, low.spread_pct) == (
        "10001",
        60,
        800,
        40,
    )
    [(commune, carrier)] = dragged((high, low))
    assert commune is low
    assert (carrier.carrier.code, carrier.verified_pct, carrier.others_pct) == ("anet", 40, 80)
    assert (carrier.drag_pct, carrier.unverified_count) == (-20, 600)
    assert low.parts[2] is None


def test_one_carrier_alone_drags_nobody():
    [only] = communes_by_carrier(
        cube_of([[[pair_of(100, 10), None, None], [None] * 3, [None] * 3]]), THIS_WEEK
    )
    assert only.dragged_by is None
    assert only.spread_pct == 0
    assert gaps_table([only]).to_pylist()[0]["others_pct"] is None


counts = st.tuples(st.integers(1, 5000), st.integers(0, 5000)).map(lambda it: pair_of(it[0], min(it)))


@given(st.lists(counts, min_size=3, max_size=3))
def test_without_the_carrier_the_rate_is_that_of_the_others(pairs: list[Pair]):
    [found] = communes_by_carrier(cube_of([[pairs, [None] * 3, [None] * 3]]), THIS_WEEK)
    for part, left_out in zip(found.known, pairs, strict=True):
        others = [pair for pair in pairs if pair is not left_out and pair is not None]
        rate = 100 * sum(pair[1] for pair in others) / sum(pair[0] for pair in others)
        assert part.others_pct == pytest.approx(rate)
        assert part.drag_pct == pytest.approx(found.verified_pct - rate)
    worst = found.dragged_by
    assert worst is None or worst.drag_pct <= -DRAG_LEAST_PCT


def test_the_table_has_columns_of_the_dictionary():
    assert set(GAPS.names) <= set(columns())
