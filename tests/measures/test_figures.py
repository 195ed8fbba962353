"""Figures of the real communes and carriers, as pages and the command line ask for them."""

from datetime import date

import duckdb
import pytest

from dashboard.measures import (
    Scope,
    figures_by_carrier,
    figures_by_commune,
    figures_by_commune_and_carrier,
    figures_by_province,
    history_by_carrier,
    history_by_commune,
    history_by_province,
    is_simulated,
)
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from tests.measures.reports import BEFORE, LAST, Report, counts, store_reports

HAC_THANH = "14797"
ALL = {commune.code: counts(1000, 700) for commune in communes()}
CODES = [carrier.code for carrier in carriers()]


@pytest.fixture
def reported(cursor: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Two rounds: all carriers, then all but the last one, which leaves no figure of this week."""
    earlier = [Report(code, BEFORE, ALL) for code in CODES]
    now = [Report(code, LAST, ALL | {HAC_THANH: counts(1000, 900)}) for code in CODES[:-1]]
    store_reports(cursor, [*earlier, *now])
    return cursor


def test_there_are_always_166_communes_by_code(cursor: duckdb.DuckDBPyConnection):
    table = figures_by_commune(cursor, Scope(LAST))
    assert table["commune_code"].to_pylist() == [commune.code for commune in communes()]
    assert table["total_count"].null_count == 166


def test_a_kind_narrows_the_communes(reported: duckdb.DuckDBPyConnection):
    table = figures_by_commune(reported, Scope(LAST, kind="phường"))
    assert table.num_rows == 19
    assert all(name.startswith("Phường") for name in table["commune_name"].to_pylist())


def test_a_missing_carrier_has_a_row_of_nulls(reported: duckdb.DuckDBPyConnection):
    table = figures_by_carrier(reported, Scope(LAST))
    assert table["carrier_code"].to_pylist() == CODES
    assert table["total_count"].to_pylist() == [166_000] * 4 + [None]
    assert table["carriers_reported_count"].to_pylist() == [1, 1, 1, 1, 0]


def test_a_province_is_one_row(reported: duckdb.DuckDBPyConnection):
    (row,) = figures_by_province(reported, Scope(LAST)).to_pylist()
    assert row["total_count"] == 4 * 166_000
    assert row["verified_count"] == 4 * (165 * 700 + 900)
    assert (row["carriers_reported_count"], row["communes_count"]) == (4, 166)


def test_every_pair_of_commune_and_carrier_has_a_row(reported: duckdb.DuckDBPyConnection):
    table = figures_by_commune_and_carrier(reported, Scope(LAST, carriers=("viettel", "wintel")))
    assert table.num_rows == 2 * 166
    rows = [row for row in table.to_pylist() if row["commune_code"] == HAC_THANH]
    assert [(row["carrier_code"], row["verified_count"]) for row in rows] == [
        ("viettel", 900),
        ("wintel", None),
    ]


def test_the_history_of_one_commune_is_its_part_of_the_whole_history(reported: duckdb.DuckDBPyConnection):
    one = history_by_commune(reported, Scope(LAST), HAC_THANH).to_pylist()
    whole = history_by_commune(reported, Scope(LAST)).to_pylist()
    assert one == [row for row in whole if row["commune_code"] == HAC_THANH]
    assert [(row["round_on"], row["verified_pct"]) for row in one] == [(BEFORE, 70), (LAST, 90)]


def test_the_history_of_a_carrier_in_one_commune(reported: duckdb.DuckDBPyConnection):
    rows = history_by_carrier(reported, Scope(LAST, carriers=("wintel",)), HAC_THANH).to_pylist()
    assert [row["total_count"] for row in rows] == [1000, None]


def test_a_code_that_is_no_communes_is_refused(reported: duckdb.DuckDBPyConnection):
    with pytest.raises(ValueError, match="00000"):
        history_by_carrier(reported, Scope(LAST), "00000")


def test_the_provinces_history_ends_in_its_figures(reported: duckdb.DuckDBPyConnection):
    scope = Scope(LAST, basis="last-known")
    history = history_by_province(reported, scope)
    assert history.slice(1).equals(figures_by_province(reported, scope))


def test_simulated_figures_are_known_for_what_they_are_where_they_count(cursor: duckdb.DuckDBPyConnection):
    simulated = Report("viettel", BEFORE, ALL, is_simulated=True)
    store_reports(cursor, [simulated, Report("vinaphone", LAST, ALL)])
    assert is_simulated(cursor)
    assert not is_simulated(cursor, Scope(LAST))
    assert is_simulated(cursor, Scope(LAST, basis="last-known"))
    assert not is_simulated(cursor, Scope(LAST, basis="last-known", carriers=("vinaphone",)))


def test_without_reports_nothing_is_simulated(cursor: duckdb.DuckDBPyConnection):
    assert not is_simulated(cursor)
    assert not is_simulated(cursor, Scope(date(2020, 1, 1)))
