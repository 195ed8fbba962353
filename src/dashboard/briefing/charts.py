"""Charts that Word and PowerPoint draw and edit themselves: DrawingML, the numbers in a workbook beside it.

python-pptx writes the XML for both programs; python-docx has no charts, so a document takes the same XML as a
part.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart as OfficeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.util import Pt
from xlsxwriter import Workbook

from dashboard.briefing.content import Chart
from dashboard.reference.scales import ink_on

TYPES = {
    "stacked-bar": XL_CHART_TYPE.BAR_STACKED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked-column": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
SHEET = "Sheet1"  # what the XML of python-pptx refers to
VIETNAMESE = "[$-42A]"  # before a number format: separators as in Vietnam, wherever the file is opened
GRID, FRAME = RGBColor(0xD9, 0xDE, 0xE4), RGBColor(0x5B, 0x66, 0x73)
# Lines are told apart in a grey print by dash and mark too.
DASHES = (
    MSO_LINE.SOLID,
    MSO_LINE.DASH,
    MSO_LINE.ROUND_DOT,
    MSO_LINE.DASH_DOT,
    MSO_LINE.LONG_DASH,
    MSO_LINE.SOLID,
)
MARKS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.X,
    XL_MARKER_STYLE.PLUS,
)
WHOLE_WIDTH_PT, OTHER_WIDTH_PT = 2.75, 1.5
MOST_LABELLED = 6  # columns wide enough for a number of six digits
ROOM_OF_PLAIN_PT, PLAIN_PT = 0.11, 11  # share of the longest bar that a number of letters this large takes


def chart_data(chart: Chart) -> CategoryChartData:
    """The numbers as python-pptx takes them; None stays a gap."""
    data = CategoryChartData(number_format=VIETNAMESE + chart.number_format)
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    return data


def chart_xml(chart: Chart, size_pt: float, font: str) -> bytes:
    """The chart's part for a document; its workbook has the relationship rId1."""
    space = parse_xml(ChartXmlWriter(TYPES[chart.kind], chart_data(chart)).xml.encode())
    style(OfficeChart(space, None), chart, size_pt, font)
    space.get_or_add_externalData().rId = "rId1"
    return bytes(etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True))


def chart_workbook(chart: Chart, made_at: datetime) -> bytes:
    """The workbook that Office opens to edit the numbers."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": made_at.astimezone(UTC).replace(tzinfo=None)})
        sheet = book.add_worksheet(SHEET)
        look = book.add_format({"num_format": VIETNAMESE + chart.number_format})
        sheet.write_column(1, 0, chart.categories)
        for place, series in enumerate(chart.series, start=1):
            sheet.write_string(0, place, series.name)
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    sheet.write_number(row, place, value, look)
    return stream.getvalue()


def style(office: OfficeChart, chart: Chart, size_pt: float, font: str) -> None:
    """Font, colours, axes, labels; no title, since text beside the chart says it."""
    office.font.size, office.font.name = Pt(size_pt), font
    office.has_title = False
    office.has_legend = len(chart.series) > 1
    if office.has_legend:
        office.legend.position = XL_LEGEND_POSITION.BOTTOM
        office.legend.include_in_layout = False
    _style_axes(office, chart)
    if chart.kind == "line":
        _style_lines(office, chart)
    else:
        _style_bars(office, chart, size_pt)


def _style_axes(office: OfficeChart, chart: Chart) -> None:
    values, categories = office.value_axis, office.category_axis
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = GRID
    values.format.line.fill.background()
    values.tick_labels.number_format = VIETNAMESE + (
        "0" if chart.number_format == "0.0" else chart.number_format
    )
    values.tick_labels.number_format_is_linked = False
    categories.format.line.color.rgb = FRAME
    categories.has_major_gridlines = False
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.kind == "line":
        values.minimum_scale, values.maximum_scale = _range(chart)
    else:
        values.minimum_scale = 0
    if chart.kind == "stacked-bar":
        categories.reverse_order = True  # the first row of the table stands on top, as in the table
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _range(chart: Chart) -> tuple[float, float]:
    """Whole tens around all values: lines of rates would lie flat on an axis from zero."""
    known = [value for series in chart.series for value in series.values if value is not None]
    return min(known) // 10 * 10, min(100.0, (max(known) // 10 + 1) * 10)


def _style_lines(office: OfficeChart, chart: Chart) -> None:
    for place, (line, series) in enumerate(zip(office.plots[0].series, chart.series, strict=True)):
        colour = RGBColor.from_string(series.colour[1:])
        line.smooth = False
        line.format.line.color.rgb = colour
        line.format.line.width = Pt(WHOLE_WIDTH_PT if place == 0 else OTHER_WIDTH_PT)
        line.format.line.dash_style = DASHES[place % len(DASHES)]
        line.marker.style, line.marker.size = MARKS[place % len(MARKS)], 6 if place == 0 else 5
        line.marker.format.fill.solid()
        line.marker.format.fill.fore_color.rgb = colour
        line.marker.format.line.color.rgb = colour
    _label_ends(office.plots[0].series[0], chart.series[0].values)


def _label_ends(line: Any, values: tuple[float | None, ...]) -> None:
    """The first and the last number of the line that the chart is about."""
    known = [place for place, value in enumerate(values) if value is not None]
    for place in {known[0], known[-1]} if known else ():
        label = line.points[place].data_label
        label.position = XL_LABEL_POSITION.LEFT if place == known[0] else XL_LABEL_POSITION.RIGHT
        label.font.bold = True


def _style_bars(office: OfficeChart, chart: Chart, size_pt: float) -> None:
    plot = office.plots[0]
    plot.gap_width = 45
    if chart.kind != "column":
        plot.overlap = 100
    stacks = zip(*(series.values for series in chart.series), strict=True)
    longest = max((sum(value or 0 for value in stack) for stack in stacks), default=0)
    for bars, series in zip(plot.series, chart.series, strict=True):
        bars.invert_if_negative = False
        bars.format.fill.solid()
        bars.format.fill.fore_color.rgb = RGBColor.from_string(series.colour[1:])
        bars.format.line.color.rgb = FRAME
        bars.format.line.width = Pt(0.5)
        _label(bars, chart, series.colour, size_pt)
        for place, value in enumerate(series.values):
            if chart.point_colours:
                fill = bars.points[place].format.fill
                fill.solid()
                fill.fore_color.rgb = RGBColor.from_string(chart.point_colours[place][1:])
            elif _has_no_room(chart, place, (value or 0) / max(longest, 1), size_pt):
                _hide_label(bars, place)


def _has_no_room(chart: Chart, place: int, share: float, size_pt: float) -> bool:
    """Whether a part is too short for its number, or its column too narrow."""
    is_narrow = chart.kind == "stacked-column" and len(chart.categories) > MOST_LABELLED
    return chart.kind != "column" and (is_narrow or share < ROOM_OF_PLAIN_PT * (size_pt / PLAIN_PT) ** 2)


def _label(bars: Any, chart: Chart, colour: str, size_pt: float) -> None:
    labels = bars.data_labels
    labels.show_value = True
    labels.number_format = VIETNAMESE + chart.number_format
    labels.number_format_is_linked = False
    labels.font.size = Pt(size_pt - 1)
    if chart.kind == "column":
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        labels.font.bold = True
    else:
        labels.position = XL_LABEL_POSITION.CENTER
        labels.font.color.rgb = RGBColor.from_string(ink_on(colour)[1:])


def _hide_label(bars: Any, place: int) -> None:
    """A label that does not fit would cover its neighbour; the table has the number."""
    labels = bars.data_labels._element
    hidden = parse_xml(
        b'<c:dLbl xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        b'<c:idx val="%d"/><c:delete val="1"/></c:dLbl>' % place
    )
    labels.insert(len(labels.findall(hidden.tag)), hidden)  # before all else, in the order of their points
