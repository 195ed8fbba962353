"""Which of a carrier's files for a round stands."""

import duckdb

from dashboard.measures.standing import standing_files
from tests.measures.reports import BEFORE, LAST, Report, at, counts, store_reports

ONE = {"10001": counts(9, 1)}
TWO = {"10001": counts(9, 1), "10002": counts(9, 1)}


def ids(cursor: duckdb.DuckDBPyConnection, hour: int | None = None) -> list[str]:
    as_of = None if hour is None else at(LAST, hour)
    return [file.submission_id for file in standing_files(cursor, as_of)]


def test_the_file_received_last_stands_even_if_it_was_taken_in_first(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("anet", LAST, ONE, at(LAST, 9)), Report("anet", LAST, TWO, at(LAST, 8))])
    (file,) = standing_files(cursor)
    assert (file.submission_id, file.communes_count) == ("00000001", 1)


def test_of_files_received_at_the_same_moment_the_one_taken_in_last_stands(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("anet", LAST, ONE), Report("anet", LAST, TWO)])
    assert ids(cursor) == ["00000002"]


def test_a_file_received_at_the_very_moment_is_known(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("anet", LAST, ONE, at(LAST, 8)), Report("anet", LAST, TWO, at(LAST, 9))])
    assert [ids(cursor, hour) for hour in (7, 8, 9)] == [[], ["00000001"], ["00000002"]]


def test_files_come_oldest_round_first_one_per_carrier(cursor: duckdb.DuckDBPyConnection):
    late = Report("anet", BEFORE, ONE, at(LAST, 15))
    store_reports(cursor, [Report("bnet", LAST, ONE), Report("anet", LAST, ONE), late])
    assert [(file.carrier_code, file.round_on) for file in standing_files(cursor)] == [
        ("anet", BEFORE),
        ("anet", LAST),
        ("bnet", LAST),
    ]


def test_whether_figures_are_simulated_is_the_standing_files_word(cursor: duckdb.DuckDBPyConnection):
    simulated = Report("anet", LAST, ONE, at(LAST, 8), is_simulated=True)
    store_reports(cursor, [simulated, Report("anet", LAST, ONE, at(LAST, 9))])
    assert [file.is_simulated for file in standing_files(cursor)] == [False]
