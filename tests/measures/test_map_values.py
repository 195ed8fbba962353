"""What the map shows of a measure."""

import duckdb
import pytest

from dashboard.measures.figures import figures_by_commune
from dashboard.measures.map_values import map_values
from dashboard.measures.scope import Scope
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy
from tests.measures.reports import BEFORE, LAST, Report, counts, store_reports

WARD = "14797"
LOW, HIGH, ABSENT = [commune.code for commune in communes() if commune.kind == "xã"][:3]


@pytest.fixture
def reported(cursor: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    now = {LOW: counts(1000, 599, 9, 4), HIGH: counts(10, 9), WARD: counts(100, 60)}
    store_reports(cursor, [Report("viettel", BEFORE, {LOW: counts(1000, 594)}), Report("viettel", LAST, now)])
    return cursor


def test_values_come_in_the_order_of_the_codes_and_missing_is_none(reported: duckdb.DuckDBPyConnection):
    found = map_values(figures_by_commune(reported, Scope(LAST)), "verified_pct", [HIGH, ABSENT, LOW])
    assert found.values == (90, None, 59.9)
    assert found.classes == (policy().scales["verified_pct"].class_of(90), None, 0)
    assert found.total_counts == (10, None, 1000)
    assert found.verified_counts == (9, None, 599)
    assert found.carriers_reported_counts == (1, 0, 1)
    assert found.reported_on == (LAST, None, LAST)


def test_a_value_on_a_limit_belongs_to_the_class_above(reported: duckdb.DuckDBPyConnection):
    assert map_values(figures_by_commune(reported, Scope(LAST)), "verified_pct", [WARD]).classes == (1,)


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("unverified_count", 401),
        ("locked_one_way_count", 9),
        ("locked_two_way_count", 4),
        ("verified_pct_change", 0.5),
    ],
)
def test_every_measure_of_the_policy_has_a_value(
    reported: duckdb.DuckDBPyConnection, measure: str, value: float
):
    found = map_values(figures_by_commune(reported, Scope(LAST)), measure, [LOW])
    assert found.values == (pytest.approx(value),)
    assert found.classes == (policy().scales[measure].class_of(found.values[0]),)


def test_a_commune_without_a_round_before_has_no_change_and_no_class(reported: duckdb.DuckDBPyConnection):
    found = map_values(figures_by_commune(reported, Scope(LAST)), "verified_pct_change", [HIGH])
    assert (found.values, found.classes, found.total_counts) == ((None,), (None,), (10,))


def test_a_commune_of_the_other_kind_is_out_of_scope_and_not_without_data(
    reported: duckdb.DuckDBPyConnection,
):
    found = map_values(figures_by_commune(reported, Scope(LAST, kind="phường")), "verified_pct", [LOW, WARD])
    assert found.is_in_scope == (False, True)
    assert found.values == (None, 60)


def test_partly_reported_is_said(reported: duckdb.DuckDBPyConnection):
    assert map_values(
        figures_by_commune(reported, Scope(LAST)), "verified_pct", [LOW, ABSENT]
    ).is_partly_reported == (
        True,
        False,
    )
    alone = Scope(LAST, carriers=("viettel",))
    assert map_values(figures_by_commune(reported, alone), "verified_pct", [LOW]).is_partly_reported == (
        False,
    )


def test_a_measure_without_classes_is_refused(reported: duckdb.DuckDBPyConnection):
    with pytest.raises(KeyError):
        map_values(figures_by_commune(reported, Scope(LAST)), "total_count", [LOW])
