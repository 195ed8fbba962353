"""Completeness, counted by hand: three communes, one carrier."""

from datetime import timedelta

import duckdb
import pytest

from dashboard.measures.completeness import Completeness, completeness
from dashboard.measures.scope import Scope
from tests.measures.reports import BEFORE, LAST, SMALL_WORLD, Report, at, counts, store_reports

EARLIER = BEFORE - timedelta(days=7)


def of_anet(cursor: duckdb.DuckDBPyConnection, *reports: Report, **scope: object) -> Completeness:
    store_reports(cursor, reports)
    found = completeness(cursor, Scope(LAST, **scope), SMALL_WORLD)
    assert [it.carrier_code for it in found] == ["anet", "bnet", "cnet"]
    return found[0]


def test_communes_and_subscribers_against_what_was_last_known(cursor: duckdb.DuckDBPyConnection):
    found = of_anet(
        cursor,
        Report("anet", EARLIER, {"10001": counts(100, 50), "10002": counts(999, 1)}),
        Report("anet", BEFORE, {"10002": counts(300, 100)}),
        Report("anet", LAST, {"10001": counts(110, 60), "10003": counts(70, 10)}),
    )
    # Known before: 10001 with 100 (two weeks ago), 10002 with 300 (last week); only 10001 is there again.
    assert (found.communes_count, found.communes_expected_count) == (2, 3)
    assert (found.communes_again_count, found.communes_known_count) == (1, 2)
    assert (found.subscribers_covered_count, found.subscribers_known_count) == (100, 400)
    assert found.covered_pct == pytest.approx(25.0)


def test_without_a_report_nothing_is_covered_and_the_rate_is_unknown(cursor: duckdb.DuckDBPyConnection):
    found = of_anet(cursor, Report("anet", BEFORE, {"10001": counts(100, 50)}))
    assert not found.is_reported
    assert (found.communes_known_count, found.communes_count, found.fields_filled_count) == (1, 0, 0)
    assert found.covered_pct is None


def test_a_first_report_has_nothing_to_be_compared_with(cursor: duckdb.DuckDBPyConnection):
    found = of_anet(cursor, Report("anet", LAST, {"10001": counts(100, 50)}))
    assert (found.communes_count, found.communes_known_count, found.covered_pct) == (1, 0, None)


def test_the_file_that_stands_counts_and_only_what_was_received_by_then(cursor: duckdb.DuckDBPyConnection):
    reports = (
        Report("anet", BEFORE, {"10001": counts(100, 50), "10002": counts(100, 50)}),
        Report("anet", LAST, {"10001": counts(100, 50), "10002": counts(100, 50)}, at(LAST, 8)),
        Report("anet", LAST, {"10001": counts(100, 50)}, at(LAST, 12)),
    )
    assert of_anet(cursor, *reports).covered_pct == pytest.approx(50.0)
    assert of_anet(cursor, as_of=at(LAST, 9)).covered_pct == pytest.approx(100.0)


def test_fields_are_counted_from_the_cells(cursor: duckdb.DuckDBPyConnection):
    found = of_anet(cursor, Report("anet", LAST, {"10001": counts(100, 50), "10002": counts(1, 1)}))
    assert (found.fields_filled_count, found.sim_fields_filled_count, found.has_handling_plan) == (
        5,
        0,
        False,
    )
    cursor.execute("update submission_figure set junk_sim_found_count = 0 where commune_code = '10001'")
    cursor.execute("update submission set handling_plan = 'Tổ chức 5 điểm hỗ trợ'")
    found = of_anet(cursor)
    assert found.junk_sim_found_filled_count == 1, "a reported 0 is filled"
    assert (found.fields_filled_count, found.has_handling_plan) == (7, True)
    cursor.execute("update submission set handling_plan = '  '")
    assert not of_anet(cursor).has_handling_plan
