"""Which pairs of commune and carrier count, are expected, can be compared."""

from datetime import timedelta

import duckdb
import pytest

from dashboard.measures.cube import read_round
from dashboard.measures.pairs import Pairs, pairs_in
from dashboard.measures.scope import Basis, Scope
from tests.measures.reports import BEFORE, LAST, SMALL_WORLD, Report, counts, store_reports

OLDER = LAST - timedelta(days=14)
SOME = counts(9, 1)


@pytest.fixture
def reported(cursor: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """anet leaves a commune out this week, bnet was last heard of two weeks ago, cnet never."""
    store_reports(
        cursor,
        [
            Report("bnet", OLDER, {"10003": SOME}),
            Report("anet", BEFORE, {"10001": SOME, "10002": SOME}),
            Report("anet", LAST, {"10001": SOME, "10003": SOME}),
        ],
    )
    return cursor


def pairs(cursor: duckdb.DuckDBPyConnection, basis: Basis = "this-week") -> Pairs:
    return pairs_in(read_round(cursor, LAST, None, SMALL_WORLD), Scope(LAST, basis=basis))


def test_this_week_counts_what_was_reported_for_it(reported: duckdb.DuckDBPyConnection):
    assert pairs(reported).is_counted[0].T.tolist() == [
        [True, False, True],
        [False, False, False],
        [False, False, False],
    ]


def test_last_known_counts_what_was_ever_reported_up_to_it(reported: duckdb.DuckDBPyConnection):
    found = pairs(reported, "last-known")
    assert found.is_counted[0].T.tolist() == [[True, True, True], [False, False, True], [False, False, False]]
    assert found.source[0, 2].tolist() == [2, 0, 0]


@pytest.mark.parametrize("basis", ["this-week", "last-known"])
def test_expected_is_where_a_carrier_was_ever_heard_of_and_everywhere_for_one_never_heard_of(
    reported: duckdb.DuckDBPyConnection, basis: Basis
):
    assert pairs(reported, basis).is_expected[0].T.tolist() == [
        [True, True, True],
        [False, False, True],
        [True, True, True],
    ]


@pytest.mark.parametrize("basis", ["this-week", "last-known"])
def test_compared_is_only_what_was_reported_this_week_and_the_week_before(
    reported: duckdb.DuckDBPyConnection, basis: Basis
):
    assert pairs(reported, basis).is_compared[0].T.tolist() == [
        [True, False, False],
        [False, False, False],
        [False, False, False],
    ]
