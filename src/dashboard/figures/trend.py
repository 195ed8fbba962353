"""How a measure went from round to round: a line for the province, or one per carrier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle
from typing import Any

import plotly.graph_objects as go
import pyarrow as pa

from dashboard.figures.notes import mark_notes, told, with_notes
from dashboard.figures.template import (
    DAY_AND_MONTH,
    INK,
    PLOT_HEIGHT,
    Caption,
    Chart,
    framed,
    shown,
)
from dashboard.measures.definitions import Definition, definitions, value_text
from dashboard.measures.wording import count_text, day_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.commune_notes import Note

WHOLE = "Toàn bộ"
# Okabe and Ito, "Color Universal Design" (2008), for colour-blind readers; yellow is not seen on white.
PLACE_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#000000")
# Lines differ by dash and sign as well as by colour: they are printed in black and white, too.
DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
SIGNS = {"circle": "●", "square": "■", "diamond": "◆", "triangle-up": "▲", "triangle-down": "▼"}
DAY_MS = 86_400_000
MOST_TICKS = 14
LABEL_GAP = 17  # pixels between the names at the ends of lines
HEADROOM = 0.08  # of the range, above and below


@dataclass(frozen=True)
class Line:
    """A series: its points by round, None where nothing was reported; hollow ones lack a carrier."""

    name: str
    colour: str
    days: tuple[date, ...]
    values: tuple[float | None, ...]
    is_hollow: tuple[bool, ...]
    said: tuple[str, ...]

    @property
    def points(self) -> list[tuple[date, float]]:
        """The rounds with a value."""
        return [(day, value) for day, value in zip(self.days, self.values, strict=True) if value is not None]


def trend_by_round(
    history: pa.Table, caption: Caption, measure: str = "verified_pct", notes: Sequence[Note] = ()
) -> Chart:
    """A chart of a history of the province or by carrier (`measures.history_by_*`).

    A round without figures is a gap in the line, never a zero or a straight way across; a point that lacks a
    carrier is hollow. `notes` on a commune are drawn at their rounds. Raises KeyError for a measure without a
    definition.
    """
    definition = definitions()[measure]
    return _drawn(_lines(history, definition), caption, definition, notes)


def trend_of_places(
    histories: Mapping[str, pa.Table], caption: Caption, measure: str = "verified_pct"
) -> Chart:
    """A line per place by its name (`measures.sum_by` over each), otherwise as `trend_by_round`."""
    definition = definitions()[measure]
    lines = [
        replace(_line("", history.to_pylist(), definition), name=name, colour=colour)
        for (name, history), colour in zip(histories.items(), cycle(PLACE_COLOURS), strict=False)
    ]
    return _drawn(lines, caption, definition, ())


def _drawn(lines: list[Line], caption: Caption, definition: Definition, notes: Sequence[Note]) -> Chart:
    figure = go.Figure()
    for place, line in enumerate(lines):
        figure.add_trace(_trace(line, place))
    days = sorted({day for line in lines for day in line.days})
    _set_axes(figure, definition, days)
    _name_ends(figure, lines)
    within = [note for note in notes if days and days[0] <= note.round_on <= days[-1]]
    mark_notes(figure, within)
    return Chart(framed(figure, with_notes(caption, within)), _alt(lines, definition) + told(within))


def _lines(history: pa.Table, definition: Definition) -> list[Line]:
    rows = history.to_pylist()
    codes = list(dict.fromkeys(row.get("carrier_code", "") for row in rows))
    return [
        _line(code, [row for row in rows if row.get("carrier_code", "") == code], definition)
        for code in codes
    ]


def _line(code: str, rows: list[dict[str, Any]], definition: Definition) -> Line:
    carrier = carrier_by_code().get(code)
    return Line(
        name=carrier.name if carrier else WHOLE,
        colour=carrier.colour if carrier else INK,
        days=tuple(row["round_on"] for row in rows),
        values=tuple(row[definition.name] for row in rows),
        is_hollow=tuple(row["is_partly_reported"] for row in rows),
        said=tuple(_said(row, definition) for row in rows),
    )


def _trace(line: Line, place: int) -> go.Scatter:
    fill = ["#FFFFFF" if hollow else line.colour for hollow in line.is_hollow]
    return go.Scatter(
        x=line.days,
        y=line.values,
        name=shown(line.name),
        text=line.said,
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": line.colour, "width": 2, "dash": DASHES[place % len(DASHES)]},
        marker={
            "symbol": list(SIGNS)[place % len(SIGNS)],
            "size": 8,
            "color": fill,
            "line": {"color": line.colour, "width": 2},
        },
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _set_axes(figure: go.Figure, definition: Definition, days: Sequence[date]) -> None:
    """Every round has its tick while there is room, named by day and month."""
    weeks_count = 1 + (len(days) - 1) // MOST_TICKS
    figure.update_xaxes(
        type="date",
        tickformat=DAY_AND_MONTH,
        tick0=days[-1] if days else None,
        dtick=7 * DAY_MS * weeks_count,
        showgrid=False,
    )
    figure.update_yaxes(
        tickformat=",.0f" if definition.decimals == 0 else ",.1f",
        ticksuffix=" %" if definition.unit == "%" else "",
    )


def _name_ends(figure: go.Figure, lines: Sequence[Line]) -> None:
    """The name of each line at its last point, apart from one another, so that no legend need be matched."""
    named = [(line, sign) for line, sign in zip(lines, cycle(SIGNS.values()), strict=False) if line.points]
    ends = sorted(named, key=lambda it: it[0].points[-1][1])
    values = [value for line in lines for _, value in line.points]
    if not ends or len(lines) == 1:
        return
    low, high = min(values), max(values)
    room = (high - low or 1) * HEADROOM
    figure.update_yaxes(range=[low - room, high + room])
    gap = LABEL_GAP / PLOT_HEIGHT * (high - low + 2 * room)
    heights = apart([line.points[-1][1] for line, _ in ends], gap)
    for (line, sign), height in zip(ends, heights, strict=True):
        figure.add_annotation(
            x=line.points[-1][0],
            y=height,
            text=f"<span style='color:{line.colour}'>{sign}</span> {shown(line.name)}",
            showarrow=False,
            xanchor="left",
            xshift=10,
            font={"size": 13},
        )
    figure.update_layout(margin={"r": 40 + 8 * max(len(line.name) for line in lines)})


def apart(heights: Sequence[float], gap: float) -> list[float]:
    """Ascending heights, moved so that each is at least `gap` above the one below; their mean stays."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + gap) if placed else height)
    shift = sum(placed) / len(placed) - sum(heights) / len(heights) if heights else 0
    return [height - shift for height in placed]


def _said(row: dict[str, Any], definition: Definition) -> str:
    """What a point says when it is pointed at."""
    behind = f"{row['carriers_reported_count']}/{row['carriers_expected_count']} nhà mạng"
    parts = [
        f"<b>{shown(row.get('carrier_name', WHOLE))}</b>, kỳ {day_text(row['round_on'])}",
        f"{definition.label}: <b>{value_text(definition, row[definition.name])}</b>",
        f"{count_text(row['verified_count'])}/{count_text(row['total_count'])} thuê bao đã xác thực",
        behind,
    ]
    return "<br>".join(parts)


def _alt(lines: Sequence[Line], definition: Definition) -> str:
    days = [day for line in lines for day in line.days]
    if not any(line.points for line in lines):
        return f"Biểu đồ đường: {definition.label}. Chưa có số liệu."
    span = f"từ kỳ {day_text(min(days))} đến kỳ {day_text(max(days))}"
    told = "; ".join(_told(line, definition) for line in lines)
    return f"Biểu đồ đường: {definition.label} {span}. {told}."


def _told(line: Line, definition: Definition) -> str:
    """A line in words: from where to where, and which rounds are missing."""
    if not line.points:
        return f"{line.name}: chưa có số liệu"
    (_, first), (_, last) = line.points[0], line.points[-1]
    texts = value_text(definition, first), value_text(definition, last)
    way = "lên" if last > first else "xuống"
    course = f"{texts[1]}" if len(line.points) == 1 else f"từ {texts[0]} {way} {texts[1]}"
    course = f"giữ {texts[1]}" if len(line.points) > 1 and texts[0] == texts[1] else course
    seen = {day for day, _ in line.points}
    gaps = [day_text(day) for day in line.days if day not in seen]
    return f"{line.name}: {course}" + (f", không có số liệu kỳ {', '.join(gaps)}" if gaps else "")
