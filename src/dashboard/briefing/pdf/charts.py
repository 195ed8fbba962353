"""The briefing's charts as drawings: bars along, columns, lines; numbers as they are read in Vietnamese."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil, floor, log10

from dashboard.briefing.content.model import Chart
from dashboard.briefing.pdf.drawing import FAINT, GRID, Drawing
from dashboard.measures.wording import count_text, pct_text
from dashboard.reference.scales import ink_on

TEXT_PT, SMALL_PT = 8.5, 7.5
LEGEND_ROW, AXIS_ROW, TICKS_ROOM, NAMES_ROOM = 5.0, 5.5, 14.0, 27.0
WIDE = 0.68  # of a category's room that its bar fills
STEPS = (1, 2, 2.5, 5, 10)
DASHES = ("solid", "dashed", "dotted", "dash-dotted")  # lines differ on a grey print, too
ROOM_FOR_NUMBER = 9.0  # mm of a bar that its number fits into
LETTER_MM, SMALL_LETTER_MM = 1.6, 1.4  # about the width of a letter of either size


def chart_drawing(chart: Chart, width: float, height: float) -> Drawing:
    """A chart in a size in mm."""
    drawing = Drawing(width, height)
    top = _legend(drawing, chart) if len(chart.series) > 1 else 1.5
    if chart.kind == "stacked-bar":
        _bars(drawing, chart, top)
    else:
        _upright(drawing, chart, top)
    return drawing


def axis_ends(values: Sequence[float], is_from_zero: bool) -> tuple[float, float, float]:
    """Lowest and highest end of an axis, and the step between its ticks: round numbers around all values."""
    low = 0.0 if is_from_zero else min(values, default=0.0)
    high = max(values, default=1.0)
    rough = (high - low or abs(high) or 1.0) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in STEPS if size * power >= rough * 0.999)
    start = 0.0 if is_from_zero else floor(low / step) * step
    return start, start + max(1, ceil((high - start) / step * 0.999)) * step, step


def number_text(number: float, chart: Chart) -> str:
    """A number of the chart as it is read."""
    return pct_text(number).split("\u00a0")[0] if "." in chart.number_format else count_text(round(number))


def _legend(drawing: Drawing, chart: Chart) -> float:
    """Samples and names in rows above the plot; how far down they reach."""
    left, row = 0.0, 0
    for place, series in enumerate(chart.series):
        needed = 7 + len(series.name) * LETTER_MM
        if left and left + needed > drawing.width:
            left, row = 0.0, row + 1
        middle = LEGEND_ROW * (row + 0.5)
        if chart.kind == "line":
            drawing.line(
                [(left, middle), (left + 5, middle)], series.colour, 0.6, DASHES[place % len(DASHES)]
            )
        else:
            drawing.bar((left, middle - 1.3), (4, 2.6), series.colour)
        drawing.words((left + 6, middle), series.name, TEXT_PT)
        left += needed + 3
    return LEGEND_ROW * (row + 1) + 2


def _bars(drawing: Drawing, chart: Chart, top: float) -> None:
    """Bars along, one below the other, their parts beside one another."""
    totals = [sum(values) for values in _stacks(chart)]
    _, end, step = axis_ends(totals, is_from_zero=True)
    room, bottom = drawing.width - NAMES_ROOM - 8, drawing.height - AXIS_ROW
    for tick in range(round(end / step) + 1):
        across = NAMES_ROOM + room * tick * step / end
        drawing.line([(across, top), (across, bottom)], GRID, 0.15)
        drawing.words(
            (across, bottom + 2.5), number_text(tick * step, chart), SMALL_PT, anchor="center", fill=FAINT
        )
    row = (bottom - top) / max(len(chart.categories), 1)
    for place, (name, values) in enumerate(zip(chart.categories, _stacks(chart), strict=True)):
        middle = top + (place + 0.5) * row
        drawing.words((NAMES_ROOM - 2, middle), name, TEXT_PT, anchor="right")
        if all(series.values[place] is None for series in chart.series):
            drawing.words((NAMES_ROOM + 1, middle), "chưa báo cáo", TEXT_PT, fill=FAINT)
            continue
        for series, before, value in zip(chart.series, accumulate((0.0, *values)), values, strict=False):
            long = room * value / end
            drawing.bar(
                (NAMES_ROOM + room * before / end, middle - row * WIDE / 2), (long, row * WIDE), series.colour
            )
            if long > ROOM_FOR_NUMBER:
                at = NAMES_ROOM + room * (before + value / 2) / end, middle
                drawing.words(
                    at, number_text(value, chart), SMALL_PT, anchor="center", fill=ink_on(series.colour)
                )


def _upright(drawing: Drawing, chart: Chart, top: float) -> None:
    """Columns or lines over categories."""
    axis = _axis(drawing, chart, top)
    room = (drawing.width - 2 - TICKS_ROOM) / max(len(chart.categories), 1)
    middles = [TICKS_ROOM + (place + 0.5) * room for place in range(len(chart.categories))]
    longest = max((len(name) for name in chart.categories), default=1)
    every = max(1, ceil(longest * SMALL_LETTER_MM / room))
    for place, name in enumerate(chart.categories):
        if (len(chart.categories) - 1 - place) % every == 0:  # the last one always has its name
            at = middles[place], drawing.height - AXIS_ROW + 2.8
            drawing.words(at, name, SMALL_PT, anchor="center", fill=FAINT)
    if chart.kind == "line":
        _lines(drawing, chart, middles, axis)
    else:
        _columns(drawing, chart, middles, axis)


@dataclass(frozen=True)
class Axis:
    """Where numbers stand: from a start at the bottom to an end at the top, in mm from above."""

    start: float
    end: float
    top: float
    bottom: float

    def up(self, value: float) -> float:
        """Height of a value."""
        return self.bottom - (value - self.start) / (self.end - self.start) * (self.bottom - self.top)


def _axis(drawing: Drawing, chart: Chart, top: float) -> Axis:
    """The axis of numbers, with its lines and ticks drawn."""
    known = [value for series in chart.series for value in series.values if value is not None]
    values = [sum(stack) for stack in _stacks(chart)] if chart.kind == "stacked-column" else known
    start, end, step = axis_ends(values, is_from_zero=chart.kind != "line")
    axis = Axis(start, end, top + 3, drawing.height - AXIS_ROW)
    for tick in range(round((end - start) / step) + 1):
        height = axis.up(start + tick * step)
        drawing.line([(TICKS_ROOM, height), (drawing.width - 2, height)], GRID, 0.15)
        told = number_text(start + tick * step, chart)
        drawing.words((TICKS_ROOM - 1.5, height), told, SMALL_PT, anchor="right", fill=FAINT)
    return axis


def _columns(drawing: Drawing, chart: Chart, middles: list[float], axis: Axis) -> None:
    """Columns, their parts above one another; the whole is written above."""
    wide = WIDE * (middles[1] - middles[0] if len(middles) > 1 else 30)
    for place, (middle, values) in enumerate(zip(middles, _stacks(chart), strict=True)):
        for series, before, value in zip(chart.series, accumulate((0.0, *values)), values, strict=False):
            colour = chart.point_colours[place] if chart.point_colours else series.colour
            corner = middle - wide / 2, axis.up(before + value)
            drawing.bar(corner, (wide, axis.up(before) - axis.up(before + value)), colour)
        if any(series.values[place] is not None for series in chart.series):
            at = middle, axis.up(sum(values)) - 1.8
            if wide > len(number_text(sum(values), chart)) * SMALL_LETTER_MM * 0.8:
                drawing.words(at, number_text(sum(values), chart), SMALL_PT, anchor="center")


def _lines(drawing: Drawing, chart: Chart, middles: list[float], axis: Axis) -> None:
    """Lines with gaps where nothing was reported; the last value of the first is written at its end."""
    for place, series in enumerate(chart.series):
        dash = DASHES[place % len(DASHES)]
        points = [
            (x, axis.up(value)) for x, value in zip(middles, series.values, strict=True) if value is not None
        ]
        for (left, one), (right, other) in pairwise(zip(middles, series.values, strict=True)):
            if one is not None and other is not None:
                ends = [(left, axis.up(one)), (right, axis.up(other))]
                drawing.line(ends, series.colour, 0.7 if place == 0 else 0.45, dash)
        for point in points:
            drawing.dot(point, 0.7 if place == 0 else 0.5, series.colour)
        if place == 0 and points:
            last = next(value for value in reversed(series.values) if value is not None)
            at = points[-1][0], points[-1][1] - 2.4
            drawing.words(at, number_text(last, chart), TEXT_PT, anchor="center", is_bold=True)


def _stacks(chart: Chart) -> list[list[float]]:
    """For each category its parts, nothing where nothing was reported."""
    places = range(len(chart.categories))
    return [[series.values[place] or 0.0 for series in chart.series] for place in places]
