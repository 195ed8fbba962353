"""Sums against the same figures worked out by hand, over whatever reports may come."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias, get_args

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.measures.cube import COUNTS, read_history, read_round
from dashboard.measures.scope import Basis, Kind, Scope
from dashboard.measures.sums import By, sum_by
from dashboard.reference.communes import communes
from tests.measures.by_hand import ByHand
from tests.measures.reports import (
    BEFORE,
    CARRIERS,
    COMMUNES,
    LAST,
    SMALL_WORLD,
    Report,
    at,
    counts,
    reported,
    store_reports,
)

Database: TypeAlias = duckdb.DuckDBPyConnection
Figures: TypeAlias = Callable[[list[Report], Scope, By], list[dict[str, Any]]]

ROUNDS = tuple(LAST - timedelta(days=7 * back) for back in (4, 2, 1, 0))  # in one week nobody reports
MOMENTS = st.sampled_from([at(day, hour) for day in ROUNDS for hour in (8, 9, 15)])


@st.composite
def some_counts(draw: st.DrawFn) -> tuple[int, int, int, int, int]:
    total = draw(st.integers(0, 50))
    verified = draw(st.integers(0, total))
    one_way = draw(st.integers(0, total - verified))
    return counts(total, verified, one_way, draw(st.integers(0, total - verified - one_way)))


# A file that covers as many communes as there are ends the look back; this one covers our three and others.
ELSEWHERE = {commune.code: counts(0, 0) for commune in communes()[len(COMMUNES) :]}
PARTS = st.dictionaries(st.sampled_from(COMMUNES), some_counts(), min_size=1)
WHOLES = st.fixed_dictionaries(dict.fromkeys(COMMUNES, some_counts())).map(lambda ours: ours | ELSEWHERE)
REPORTS = st.lists(
    st.builds(
        Report,
        carrier_code=st.sampled_from(CARRIERS),
        round_on=st.sampled_from(ROUNDS),
        figures=PARTS | WHOLES,
        received_at=MOMENTS,
        is_simulated=st.booleans(),
    ),
    min_size=5,
    max_size=16,
)
SCOPES = st.builds(
    Scope,
    round_on=st.sampled_from(ROUNDS),
    carriers=st.lists(st.sampled_from(CARRIERS), unique=True).map(tuple),
    kind=st.sampled_from([None, *get_args(Kind)]),
    basis=st.sampled_from(get_args(Basis)),
    as_of=st.none() | MOMENTS,
)


def agree(rows: list[dict[str, Any]], by_hand: list[dict[str, Any]]) -> None:
    assert len(rows) == len(by_hand)
    for row, expected in zip(rows, by_hand, strict=True):
        assert {name: row[name] for name in expected} == pytest.approx(expected, abs=1e-9)


@settings(deadline=None, max_examples=100)
@given(REPORTS, SCOPES, st.sampled_from(get_args(By)))
def test_a_rounds_figures_are_those_worked_out_by_hand(
    empty_database: Database, reports: list[Report], scope: Scope, by: By
):
    with reported(empty_database, reports) as cursor:
        rows = sum_by(read_round(cursor, scope.round_on, scope.as_of, SMALL_WORLD), scope, by).to_pylist()
    agree(rows, ByHand(reports, scope).rows(by, scope.round_on))


@settings(deadline=None, max_examples=60)
@given(REPORTS, SCOPES, st.sampled_from(get_args(By)))
def test_a_history_is_the_figures_of_its_rounds_and_of_weeks_without_any(
    empty_database: Database, reports: list[Report], scope: Scope, by: By
):
    with reported(empty_database, reports) as cursor:
        rows = sum_by(read_history(cursor, scope.round_on, scope.as_of, SMALL_WORLD), scope, by).to_pylist()
    first = min([*ByHand(reports, scope).rounds_until(scope.round_on), scope.round_on])
    weeks = [first + timedelta(days=7 * week) for week in range((scope.round_on - first).days // 7 + 1)]
    agree(rows, [row for day in weeks for row in ByHand(reports, scope).rows(by, day)])


@settings(deadline=None, max_examples=60)
@given(REPORTS, SCOPES)
def test_the_province_is_the_sum_of_its_communes_and_of_its_carriers(
    empty_database: Database, reports: list[Report], scope: Scope
):
    with reported(empty_database, reports) as cursor:
        cube = read_round(cursor, scope.round_on, scope.as_of, SMALL_WORLD)
    (province,) = sum_by(cube, scope, "province").to_pylist()
    for by in ("commune", "carrier", "commune-carrier"):
        rows = sum_by(cube, scope, by).to_pylist()
        for name in COUNTS:
            numbers = [row[name] for row in rows if row[name] is not None]
            assert province[name] == (sum(numbers) if numbers else None)


@settings(deadline=None, max_examples=60)
@given(REPORTS, st.sampled_from(ROUNDS))
def test_last_known_is_this_week_where_everybody_reported_everything(
    empty_database: Database, reports: list[Report], round_on: date
):
    full = [Report(carrier, round_on, dict.fromkeys(COMMUNES, counts(9, 4))) for carrier in CARRIERS]
    others = [report for report in reports if report.round_on != round_on]
    with reported(empty_database, [*others, *full]) as cursor:
        cube = read_round(cursor, round_on, None, SMALL_WORLD)
    this_week, last_known = (
        sum_by(cube, Scope(round_on, basis=basis), "commune-carrier") for basis in get_args(Basis)
    )
    assert this_week.equals(last_known)


@settings(deadline=None, max_examples=60)
@given(REPORTS, SCOPES, MOMENTS)
def test_what_was_known_at_a_moment_does_not_change_with_what_came_later(
    empty_database: Database, reports: list[Report], scope: Scope, moment: datetime
):
    then = Scope(scope.round_on, scope.carriers, scope.kind, scope.basis, moment)
    with reported(empty_database, [report for report in reports if report.known_at <= moment]) as cursor:
        old = sum_by(read_round(cursor, scope.round_on, None, SMALL_WORLD), scope, "commune-carrier")
    with reported(empty_database, reports) as cursor:
        shown_again = sum_by(read_round(cursor, scope.round_on, moment, SMALL_WORLD), then, "commune-carrier")
    assert shown_again.equals(old)


@pytest.fixture
def figures(cursor: Database) -> Figures:
    """Figures of these reports."""

    def summed(reports: list[Report], scope: Scope, by: By) -> list[dict[str, Any]]:
        store_reports(cursor, reports)
        return sum_by(read_round(cursor, scope.round_on, None, SMALL_WORLD), scope, by).to_pylist()

    return summed


def test_a_rate_is_a_rate_of_sums_and_not_a_mean_of_rates(figures: Figures):
    reports = [
        Report("anet", LAST, {"10001": counts(900, 900)}),
        Report("bnet", LAST, {"10001": counts(100, 0)}),
    ]
    assert figures(reports, Scope(LAST), "commune")[0]["verified_pct"] == 90


def test_a_rate_is_not_rounded(figures: Figures):
    reports = [Report("anet", LAST, {"10001": counts(3, 1)})]
    assert figures(reports, Scope(LAST), "commune")[0]["verified_pct"] == 100 * 1 / 3


def test_missing_is_null_and_zero_is_zero(figures: Figures):
    reports = [Report("anet", LAST, {"10001": counts(5, 0), "10002": counts(0, 0)})]
    verified_none, without_subscribers, missing = figures(reports, Scope(LAST), "commune")
    assert (verified_none["verified_count"], verified_none["verified_pct"]) == (0, 0)
    assert (without_subscribers["total_count"], without_subscribers["verified_pct"]) == (0, None)
    assert without_subscribers["carriers_reported_count"] == 1
    assert (missing["total_count"], missing["verified_pct"], missing["reported_on"]) == (None, None, None)
    assert missing["carriers_reported_count"] == 0


@pytest.mark.parametrize("basis", get_args(Basis))
@pytest.mark.parametrize("absent_in", [LAST, BEFORE])
def test_a_carrier_missing_in_one_round_makes_no_change(figures: Figures, absent_in: date, basis: Basis):
    """anet gains a point; bnet, large and low, reports in one of the two rounds only."""
    reports = [
        Report("anet", BEFORE, {"10001": counts(100, 80)}),
        Report("anet", LAST, {"10001": counts(100, 81)}),
        Report("bnet", BEFORE if absent_in == LAST else LAST, {"10001": counts(900, 90)}),
    ]
    row = figures(reports, Scope(LAST, basis=basis), "commune")[0]
    assert row["verified_pct_change"] == pytest.approx(1)
    assert (row["total_count_change"], row["unverified_count_change"]) == (0, -1)
    assert row["pairs_compared_count"] == 1


def test_a_commune_missing_in_one_round_makes_no_change_in_the_province(figures: Figures):
    reports = [
        Report("anet", BEFORE, {"10001": counts(100, 80), "10002": counts(900, 90)}),
        Report("anet", LAST, {"10001": counts(100, 81)}),
    ]
    (province,) = figures(reports, Scope(LAST), "province")
    assert province["verified_pct_change"] == pytest.approx(1)
    assert (province["pairs_compared_count"], province["pairs_reported_count"]) == (1, 1)


def test_simulated_and_real_figures_are_not_compared(figures: Figures):
    reports = [
        Report("anet", BEFORE, {"10001": counts(100, 10)}, is_simulated=True),
        Report("anet", LAST, {"10001": counts(100, 81)}),
    ]
    assert figures(reports, Scope(LAST), "commune")[0]["verified_pct_change"] is None


def test_the_round_compared_with_is_the_last_one_with_any_report_even_two_weeks_back(figures: Figures):
    two_weeks_back = LAST - timedelta(days=14)
    reports = [
        Report("anet", two_weeks_back, {"10001": counts(100, 70)}),
        Report("anet", LAST, {"10001": counts(100, 81)}),
    ]
    assert figures(reports, Scope(LAST), "commune")[0]["verified_pct_change"] == pytest.approx(11)


def test_a_commune_a_carrier_never_reports_is_not_partly_reported_for_the_lack_of_it(figures: Figures):
    reports = [
        Report("anet", BEFORE, {"10001": counts(9, 1), "10002": counts(9, 1)}),
        Report("anet", LAST, {"10001": counts(9, 1), "10002": counts(9, 1)}),
        Report("bnet", BEFORE, {"10001": counts(9, 1)}),
    ]
    first, second, third = figures(reports, Scope(LAST, carriers=("anet", "bnet")), "commune")
    assert (first["is_partly_reported"], first["carriers_expected_count"]) == (True, 2)
    assert (second["is_partly_reported"], second["carriers_expected_count"]) == (False, 1)
    assert (third["is_partly_reported"], third["carriers_expected_count"]) == (False, 0)


def test_a_carrier_that_never_reported_is_expected_everywhere(figures: Figures):
    reports = [Report("anet", LAST, {"10001": counts(9, 1)})]
    rows = figures(reports, Scope(LAST, carriers=("anet", "bnet")), "commune")
    assert [row["carriers_expected_count"] for row in rows] == [2, 1, 1]
    assert [row["is_partly_reported"] for row in rows] == [True, False, False]


def test_masks_name_carriers_by_their_place_in_the_reference_table_whatever_the_filter(figures: Figures):
    reports = [Report("cnet", LAST, {"10001": counts(9, 1)})]
    row = figures(reports, Scope(LAST, carriers=("bnet", "cnet")), "commune")[0]
    assert (row["carriers_mask"], row["carriers_expected_mask"]) == (0b100, 0b110)


def test_a_later_file_replaces_the_earlier_one_as_a_whole(figures: Figures):
    reports = [
        Report("anet", LAST, {"10001": counts(9, 1), "10002": counts(9, 1)}, at(LAST, 8)),
        Report("anet", LAST, {"10001": counts(9, 3)}, at(LAST, 9)),
    ]
    rows = figures(reports, Scope(LAST), "commune")
    assert [row["verified_count"] for row in rows] == [3, None, None]


def test_a_last_known_figure_carries_its_date(figures: Figures):
    reports = [
        Report("anet", ROUNDS[0], {"10001": counts(9, 1), "10002": counts(9, 2)}),
        Report("anet", LAST, {"10001": counts(9, 3)}),
        Report("bnet", BEFORE, {"10001": counts(9, 4)}),
    ]
    rows = figures(reports, Scope(LAST, basis="last-known"), "commune")
    assert [row["verified_count"] for row in rows] == [7, 2, None]
    assert [row["reported_on"] for row in rows] == [BEFORE, ROUNDS[0], None]
