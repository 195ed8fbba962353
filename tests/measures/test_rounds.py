"""The rounds there are figures for."""

import duckdb

from dashboard.measures.rounds import rounds
from tests.measures.reports import BEFORE, LAST, Report, at, counts, store_reports

ONE = {"10001": counts(9, 1)}


def test_rounds_come_once_each_and_oldest_first(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report(code, day, ONE) for day in (LAST, BEFORE) for code in ("anet", "bnet")])
    assert rounds(cursor) == (BEFORE, LAST)
    assert rounds(cursor, as_of=at(BEFORE, 9)) == (BEFORE,)


def test_an_empty_database_has_no_rounds(cursor: duckdb.DuckDBPyConnection):
    assert rounds(cursor) == ()
