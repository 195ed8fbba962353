"""Lines over the rounds."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.template import Caption, Chart
from dashboard.figures.trend import apart, trend_by_round
from dashboard.measures import Scope, history_by_carrier, history_by_province
from dashboard.reference.carriers import carriers
from dashboard.store.database import Store
from tests.measures.reports import BEFORE, LAST, Report, counts, store_reports

CAPTION = Caption("Tỷ lệ xác thực theo kỳ")
GAP, FIRST = (LAST - timedelta(days=7 * back) for back in (2, 3))
HAC_THANH = "14797"


@pytest.fixture
def reported(store: Store) -> Store:
    """viettel in three of four weeks, wintel in the first only."""
    weeks = [(FIRST, 600), (BEFORE, 650), (LAST, 725)]
    reports = [Report("viettel", day, {HAC_THANH: counts(1000, verified)}) for day, verified in weeks]
    with store.writer() as cursor:
        store_reports(cursor, [*reports, Report("wintel", FIRST, {HAC_THANH: counts(1000, 400)})])
    return store


def by_carrier(store: Store, measure: str = "verified_pct", **scope: tuple[str, ...]) -> Chart:
    return trend_by_round(history_by_carrier(store.reader(), Scope(LAST, **scope)), CAPTION, measure)


def test_a_round_without_figures_is_a_gap(reported: Store):
    viettel = by_carrier(reported).figure.data[0]
    assert list(viettel.x) == [FIRST, GAP, BEFORE, LAST]
    assert list(viettel.y) == [60, None, 65, 72.5]
    assert viettel.connectgaps is False


def test_lines_differ_without_colour(reported: Store):
    lines = by_carrier(reported).figure.data
    assert len({(line.line.dash, line.marker.symbol) for line in lines}) == len(lines) == len(carriers())
    assert [line.line.color for line in lines] == [carrier.colour for carrier in carriers()]


def test_lines_that_have_points_are_named_at_their_ends(reported: Store):
    names = [note.text for note in by_carrier(reported).figure.layout.annotations]
    assert [any(name in text for text in names) for name in ("Viettel", "Wintel", "MobiFone")] == [
        True,
        True,
        False,
    ]


def test_a_point_that_lacks_a_carrier_is_hollow(reported: Store):
    (line,) = trend_by_round(history_by_province(reported.reader(), Scope(LAST)), CAPTION).figure.data
    assert [line.marker.color[place] for place in (0, 2, 3)] == ["#FFFFFF"] * 3
    (alone,) = by_carrier(reported, carriers=("viettel",)).figure.data
    assert "#FFFFFF" not in alone.marker.color


def test_the_sentence_tells_from_where_to_where_and_what_is_missing(reported: Store):
    assert by_carrier(reported, carriers=("viettel", "mobifone")).alt == (
        "Biểu đồ đường: Tỷ lệ xác thực từ kỳ 21/10/2026 đến kỳ 11/11/2026. "
        "Viettel: từ 60,0\u00a0% lên 72,5\u00a0%, không có số liệu kỳ 28/10/2026; MobiFone: chưa có số liệu."
    )


def test_a_single_point_and_none_at_all_are_told_as_such(reported: Store):
    assert "Wintel: 40,0\u00a0%, không có" in by_carrier(reported, carriers=("wintel",)).alt
    history = history_by_province(reported.reader(), Scope(date(2020, 1, 1)))
    assert trend_by_round(history, CAPTION).alt == "Biểu đồ đường: Tỷ lệ xác thực. Chưa có số liệu."


def test_other_measures_keep_their_own_words(reported: Store):
    chart = by_carrier(reported, "unverified_count", carriers=("viettel",))
    assert list(chart.figure.data[0].y) == [400, None, 350, 275]
    assert "từ 400 xuống 275" in chart.alt
    assert chart.figure.layout.yaxis.ticksuffix == ""


def test_a_measure_nobody_defined_is_a_fault(reported: Store):
    with pytest.raises(KeyError):
        by_carrier(reported, "happiness_pct")


def test_dates_are_day_and_month(reported: Store):
    axis = by_carrier(reported).figure.layout.xaxis
    assert (axis.tickformat, axis.type, axis.dtick) == ("%d/%m", "date", 7 * 86_400_000)


@given(st.lists(st.floats(0, 100), max_size=8).map(sorted), st.floats(0.1, 20))
def test_names_at_the_ends_never_overlap(heights: list[float], gap: float):
    placed = apart(heights, gap)
    assert all(high - low >= gap - 1e-9 for low, high in pairwise(placed))
    assert sum(placed) == pytest.approx(sum(heights), abs=1e-6)


def test_names_that_are_apart_stay_where_they_are():
    assert apart([10, 20, 30], 5) == [10, 20, 30]
