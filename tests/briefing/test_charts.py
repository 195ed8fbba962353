"""Charts of both programs."""

import re

from dashboard.briefing.charts import chart_xml
from dashboard.briefing.content import Chart, Series


def chart(kind: str, values: tuple[float | None, ...]) -> Chart:
    series = (Series("A", values, "#112233"), Series("B", values, "#445566"))
    return Chart("x", "X", kind, tuple("abc"), series, "#,##0", "X")


def test_a_gap_is_no_point_and_never_zero():
    xml = chart_xml(chart("line", (1.0, None, 3.0)), 11, "Arial").decode()
    cached = re.findall(r"<c:numCache>.*?</c:numCache>", xml, re.DOTALL)
    assert all('<c:ptCount val="3"/>' in cache and '<c:pt idx="1"' not in cache for cache in cached)
    assert 'dispBlanksAs val="gap"' in xml


def test_numbers_have_the_separators_of_vietnam_wherever_they_are_opened():
    assert "[$-42A]#,##0" in chart_xml(chart("stacked-bar", (1, 2, 3)), 11, "Arial").decode()


def test_labels_that_have_no_room_are_left_out_in_the_order_of_points():
    xml = chart_xml(chart("stacked-bar", (1, 1000, 2)), 11, "Arial").decode()
    hidden = re.findall(r'<c:dLbl><c:idx val="(\d)"/><c:delete val="1"/></c:dLbl>', xml)
    assert hidden == ["0", "2"] * 2


def test_colours_are_those_of_the_content():
    xml = chart_xml(chart("stacked-column", (1, 2, 3)), 11, "Arial").decode()
    assert "112233" in xml
    assert "445566" in xml
