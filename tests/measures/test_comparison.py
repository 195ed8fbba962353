"""A round beside any earlier one: figures stay, changes are against the round chosen."""

from datetime import timedelta

import duckdb
import pytest

from dashboard.measures.comparison import round_before, sum_against
from dashboard.measures.cube import read_history
from dashboard.measures.scope import Scope
from dashboard.measures.sums import sum_by
from tests.measures.reports import BEFORE, COMMUNES, LAST, SMALL_WORLD, Report, counts, store_reports

EARLIER = BEFORE - timedelta(days=7)


def three_weeks(cursor: duckdb.DuckDBPyConnection) -> None:
    store_reports(
        cursor,
        [
            Report("anet", EARLIER, {COMMUNES[0]: counts(100, 40), COMMUNES[1]: counts(50, 10)}),
            Report("bnet", EARLIER, {COMMUNES[0]: counts(10, 1)}),
            Report("anet", BEFORE, {COMMUNES[0]: counts(100, 50)}),
            Report("anet", LAST, {COMMUNES[0]: counts(110, 66), COMMUNES[1]: counts(50, 20)}),
        ],
    )


def test_changes_are_against_the_round_chosen_over_pairs_reported_in_both(cursor: duckdb.DuckDBPyConnection):
    three_weeks(cursor)
    cube = read_history(cursor, LAST, None, SMALL_WORLD)
    row = sum_against(cube, Scope(LAST), "province", EARLIER).to_pylist()[0]
    assert (row["total_count"], row["verified_count"]) == (160, 86)
    assert (row["total_count_change"], row["verified_count_change"]) == (10, 36)
    assert row["verified_pct_change"] == pytest.approx(100 * 86 / 160 - 100 * 50 / 150)
    assert (row["pairs_compared_count"], row["pairs_reported_count"]) == (2, 2)


def test_the_round_before_gives_what_is_shown_everywhere_else(cursor: duckdb.DuckDBPyConnection):
    three_weeks(cursor)
    cube = read_history(cursor, LAST, None, SMALL_WORLD)
    assert round_before(cube, Scope(LAST)) == BEFORE
    whole = sum_by(cube, Scope(LAST), "commune").to_pylist()[-len(COMMUNES) :]
    assert sum_against(cube, Scope(LAST), "commune", BEFORE).to_pylist() == whole


def test_without_a_round_to_compare_every_change_is_null(cursor: duckdb.DuckDBPyConnection):
    three_weeks(cursor)
    cube = read_history(cursor, EARLIER, None, SMALL_WORLD)
    assert round_before(cube, Scope(EARLIER)) is None
    row = sum_against(cube, Scope(EARLIER), "province", None).to_pylist()[0]
    assert (row["verified_count"], row["verified_count_change"], row["verified_pct_change"]) == (
        51,
        None,
        None,
    )


def test_the_round_before_is_one_that_a_carrier_of_the_scope_reported(cursor: duckdb.DuckDBPyConnection):
    three_weeks(cursor)
    cube = read_history(cursor, LAST, None, SMALL_WORLD)
    assert round_before(cube, Scope(LAST, ("bnet",))) == EARLIER
    assert round_before(cube, Scope(LAST, ("cnet",))) is None
