"""What is read for a round: enough to know it, and no more."""

from dataclasses import replace
from datetime import timedelta

import duckdb

from dashboard.measures.cube import read_history, read_round
from dashboard.measures.scope import Scope
from dashboard.measures.sums import sum_by
from dashboard.reference.communes import communes
from tests.measures.reports import BEFORE, COMMUNES, LAST, SMALL_WORLD, Report, counts, store_reports

OLDER, OLDEST = (LAST - timedelta(days=7 * back) for back in (2, 3))
ALL = {commune.code: counts(9, 1) for commune in communes()}
SOME = {"10001": counts(9, 1)}


def test_behind_files_that_cover_every_commune_only_the_round_before_is_read(
    cursor: duckdb.DuckDBPyConnection,
):
    store_reports(cursor, [Report("anet", day, ALL) for day in (OLDEST, OLDER, BEFORE, LAST)])
    assert read_round(cursor, LAST, None, SMALL_WORLD).rounds == (BEFORE, LAST)


def test_a_file_that_leaves_communes_out_is_looked_behind(cursor: duckdb.DuckDBPyConnection):
    whole_and_parts = [(OLDEST, ALL), (OLDER, ALL), (BEFORE, SOME), (LAST, SOME)]
    store_reports(cursor, [Report("anet", day, figures) for day, figures in whole_and_parts])
    assert read_round(cursor, LAST, None, SMALL_WORLD).rounds == (OLDER, BEFORE, LAST)


def test_for_one_commune_a_file_that_reports_only_others_covers_nothing(cursor: duckdb.DuckDBPyConnection):
    one = replace(SMALL_WORLD, communes=SMALL_WORLD.communes[:1])
    others = dict.fromkeys(COMMUNES[1:], counts(9, 1))
    store_reports(
        cursor, [Report("anet", OLDEST, SOME), *(Report("anet", day, others) for day in (BEFORE, LAST))]
    )
    scope = Scope(LAST, basis="last-known")
    (row,) = sum_by(read_round(cursor, LAST, None, one), scope, "commune").to_pylist()
    assert (row["total_count"], row["reported_on"]) == (9, OLDEST)


def test_a_carrier_missing_this_week_is_looked_behind(cursor: duckdb.DuckDBPyConnection):
    reports = [Report("bnet", day, ALL) for day in (BEFORE, LAST)]
    store_reports(cursor, [*reports, Report("anet", OLDEST, ALL), Report("anet", OLDER, ALL)])
    cube = read_round(cursor, LAST, None, SMALL_WORLD)
    assert cube.rounds == (OLDER, BEFORE, LAST)
    assert cube.has_file.tolist() == [[True, False, False], [False, True, False], [False, True, False]]


def test_the_round_asked_for_is_there_even_if_nobody_reported(cursor: duckdb.DuckDBPyConnection):
    cube = read_round(cursor, LAST, None, SMALL_WORLD)
    assert cube.rounds == (LAST,)
    assert not cube.is_reported.any()


def test_later_rounds_are_not_known_in_an_earlier_one(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("anet", day, ALL) for day in (BEFORE, LAST)])
    assert read_round(cursor, BEFORE, None, SMALL_WORLD).rounds == (BEFORE,)


def test_a_history_has_every_week_since_the_first_report(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("anet", day, SOME) for day in (OLDEST, BEFORE)])
    cube = read_history(cursor, LAST, None, SMALL_WORLD)
    assert cube.rounds == (OLDEST, OLDER, BEFORE, LAST)
    assert cube.is_reported[:, 0, 0].tolist() == [True, False, True, False]
    assert cube.positions_before().tolist() == [0, 0, 0, 2]


def test_codes_and_carriers_that_are_not_expected_are_left_out(cursor: duckdb.DuckDBPyConnection):
    elsewhere = {"99999": counts(7, 7)} | SOME
    store_reports(cursor, [Report("anet", LAST, elsewhere), Report("xnet", LAST, ALL)])
    cube = read_round(cursor, LAST, None, SMALL_WORLD)
    assert cube.counts.sum() == sum(SOME["10001"])


def test_a_cube_of_one_commune_says_what_the_whole_says_of_it(cursor: duckdb.DuckDBPyConnection):
    whole_and_parts = [(OLDEST, ALL), (OLDER, SOME), (BEFORE, ALL), (LAST, SOME)]
    store_reports(cursor, [Report("anet", day, figures) for day, figures in whole_and_parts])
    cube, scope = read_history(cursor, LAST, None, SMALL_WORLD), Scope(LAST, basis="last-known")
    code = COMMUNES[1]
    of_it = [row for row in sum_by(cube, scope, "commune").to_pylist() if row["commune_code"] == code]
    assert sum_by(cube.of_commune(code), scope, "commune").to_pylist() == of_it
