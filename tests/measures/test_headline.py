"""The province in a few figures."""

import duckdb
import pytest

from dashboard.measures.headline import headline
from dashboard.measures.scope import Scope
from tests.measures.reports import BEFORE, LAST, SMALL_WORLD, Report, counts, store_reports


@pytest.fixture
def reported(cursor: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """anet in both rounds, bnet in the earlier, cnet never."""
    store_reports(
        cursor,
        [
            Report("anet", BEFORE, {"10001": counts(100, 70, 9, 3), "10002": counts(50, 10)}),
            Report("bnet", BEFORE, {"10001": counts(900, 0)}),
            Report("anet", LAST, {"10001": counts(100, 75, 4, 5)}),
        ],
    )
    return cursor


def test_this_week_counts_and_names_who_is_missing(reported: duckdb.DuckDBPyConnection):
    found = headline(reported, Scope(LAST), SMALL_WORLD)
    assert (found.total_count, found.verified_count, found.unverified_count) == (100, 75, 25)
    assert (found.locked_one_way_count, found.locked_two_way_count, found.verified_pct) == (4, 5, 75)
    assert (found.carriers_reported_count, found.carriers_expected_count) == (1, 3)
    assert found.carriers_missing == ("bnet", "cnet")
    assert (found.communes_reported_count, found.communes_expected_count) == (1, 3)
    assert found.communes_partly_reported_count == 1


def test_the_change_is_of_what_both_rounds_have(reported: duckdb.DuckDBPyConnection):
    change = headline(reported, Scope(LAST), SMALL_WORLD).change
    assert change is not None
    assert change.since == BEFORE
    assert (change.verified_pct, change.unverified_count, change.total_count) == (5, -5, 0)
    assert (change.locked_one_way_count, change.locked_two_way_count) == (-5, 2)
    assert (change.pairs_compared_count, change.pairs_reported_count) == (1, 1)


def test_last_known_still_says_who_did_not_report_this_week(reported: duckdb.DuckDBPyConnection):
    found = headline(reported, Scope(LAST, basis="last-known"), SMALL_WORLD)
    assert (found.total_count, found.verified_count, found.reported_on) == (1050, 85, BEFORE)
    assert found.carriers_missing == ("bnet", "cnet")
    assert found.change == headline(reported, Scope(LAST), SMALL_WORLD).change


def test_a_filter_by_carrier_expects_only_those(reported: duckdb.DuckDBPyConnection):
    found = headline(reported, Scope(LAST, carriers=("anet",)), SMALL_WORLD)
    assert (found.carriers_missing, found.communes_partly_reported_count) == ((), 0)


def test_the_first_round_has_no_change(reported: duckdb.DuckDBPyConnection):
    assert headline(reported, Scope(BEFORE), SMALL_WORLD).change is None


def test_without_any_report_there_are_no_figures_and_no_zeros(cursor: duckdb.DuckDBPyConnection):
    found = headline(cursor, Scope(LAST), SMALL_WORLD)
    assert (found.total_count, found.verified_pct, found.change, found.reported_on) == (None,) * 4
    assert found.carriers_missing == ("anet", "bnet", "cnet")
