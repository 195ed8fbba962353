"""Carriers beside one another."""

import plotly.graph_objects as go
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from dashboard.figures.carriers import bars_by_carrier, commune_by_carrier
from dashboard.figures.template import Caption
from dashboard.measures import Basis, Scope, figures_by_carrier, figures_by_commune_and_carrier
from dashboard.reference.carriers import carriers
from dashboard.store.database import Store
from tests.measures.reports import BEFORE, LAST, Report, counts, store_reports

CAPTION = Caption("Thuê bao theo nhà mạng")
HAC_THANH = "14797"
NAMES = [carrier.name for carrier in carriers()]


@pytest.fixture
def reported(store: Store) -> Store:
    """viettel this week, wintel the week before."""
    reports = [
        Report("viettel", LAST, {HAC_THANH: counts(1000, 700, 60, 40)}),
        Report("wintel", BEFORE, {HAC_THANH: counts(100, 50)}),
    ]
    with store.writer() as cursor:
        store_reports(cursor, reports)
    return store


def in_commune(store: Store, basis: Basis = "this-week") -> pa.Table:
    table = figures_by_commune_and_carrier(store.reader(), Scope(LAST, basis=basis))
    return table.filter(pc.equal(table["commune_code"], HAC_THANH))


def said(figure: go.Figure) -> dict[str, str]:
    return {note.y: note.text for note in figure.layout.annotations if note.y in NAMES}


def test_the_parts_of_a_bar_are_the_carriers_total(reported: Store):
    figure = bars_by_carrier(figures_by_carrier(reported.reader(), Scope(LAST)), CAPTION).figure
    assert figure.layout.barmode == "stack"
    assert [trace.name for trace in figure.data] == [
        "Đã xác thực",
        "Chưa xác thực, chưa khóa",
        "Khóa 1 chiều",
        "Khóa 2 chiều",
    ]
    assert [trace.x[0] for trace in figure.data] == [700, 200, 60, 40]


def test_parts_differ_without_colour(reported: Store):
    figure = bars_by_carrier(figures_by_carrier(reported.reader(), Scope(LAST)), CAPTION).figure
    looks = [(trace.marker.color, trace.marker.pattern.shape) for trace in figure.data]
    assert len(set(looks)) == len(looks)
    assert len({shape for _, shape in looks[1:]}) == 3


def test_a_carrier_without_figures_keeps_its_place_and_says_so(reported: Store):
    figure = bars_by_carrier(figures_by_carrier(reported.reader(), Scope(LAST)), CAPTION).figure
    assert list(figure.data[0].y) == NAMES
    assert list(figure.data[0].x) == [700, None, None, None, None]
    assert said(figure)["Wintel"] == "Chưa báo cáo"
    assert said(figure)["Viettel"] == "<b>70,0\u00a0%</b>"


def test_the_first_carrier_is_on_top(reported: Store):
    for chart in (
        bars_by_carrier(figures_by_carrier(reported.reader(), Scope(LAST)), CAPTION),
        commune_by_carrier(in_commune(reported), CAPTION),
    ):
        assert list(chart.figure.layout.yaxis.categoryarray) == NAMES[::-1]


def test_a_commune_shows_rates_and_what_is_left(reported: Store):
    figure = commune_by_carrier(in_commune(reported), CAPTION, overall_pct=70).figure
    assert list(figure.data[0].x) == [70, None, None, None, None]
    assert said(figure)["Viettel"] == "<b>70,0\u00a0%</b>, còn 300"
    assert said(figure)["MobiFone"] == "Chưa báo cáo"
    assert [shape.x0 for shape in figure.layout.shapes] == [70]


def test_an_older_figure_tells_its_round(reported: Store):
    figure = commune_by_carrier(in_commune(reported, "last-known"), CAPTION).figure
    assert said(figure)["Wintel"] == "<b>50,0\u00a0%</b>, còn 50 (kỳ 04/11/2026)"
    assert not figure.layout.shapes


def test_the_sentence_tells_every_carrier(reported: Store):
    alt = bars_by_carrier(figures_by_carrier(reported.reader(), Scope(LAST)), CAPTION).alt
    assert alt.startswith(
        "Biểu đồ thanh: Số thuê bao theo nhà mạng. Viettel: 70,0\u00a0% đã xác thực, còn 300, "
        "khóa 1 chiều 60, khóa 2 chiều 40; VinaPhone: chưa báo cáo; "
    )
