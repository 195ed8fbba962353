"""Carriers beside one another: how many of their subscribers are where, and their rates in one commune."""

from typing import Any

import plotly.graph_objects as go
import pyarrow as pa

from dashboard.figures.template import FAINT, INK, Caption, Chart, framed, shown
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.policy import policy
from dashboard.reference.scales import ink_on

ABSENT = "Chưa báo cáo"
BAR_HEIGHT, SMALLEST_PLOT = 44, 140  # pixels
# A part below this share of the longest bar has no room for its number.
SHARE_WITH_ROOM = 0.07
TICKS = (0, 25, 50, 75, 100)  # percent
BESIDE_BARS, WIDEST_RATE = 102, 150  # percent: where rates are written, and where the axis ends
PARTS = ("Đã xác thực", "Chưa xác thực, chưa khóa", "Khóa 1 chiều", "Khóa 2 chiều")
HATCHES = ("", "", "/", "x")  # locks are told apart on a grey print, too


def bars_by_carrier(figures: pa.Table, caption: Caption) -> Chart:
    """Subscribers of each carrier as one bar: verified, unverified and not locked, locked one way, two ways.

    Takes `measures.figures_by_carrier`. A carrier without figures keeps its place and says so.
    """
    rows = figures.to_pylist()
    names = [row["carrier_name"] for row in rows]
    figure = go.Figure()
    for place, part in enumerate(PARTS):
        figure.add_trace(_part(place, part, rows))
    _say_ends(figure, [(row["carrier_name"], _end(row), _rate(row)) for row in rows])
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    figure.update_xaxes(tickformat=",.0f", rangemode="tozero", showticklabels=any(map(_end, rows)))
    figure.update_yaxes(categoryorder="array", categoryarray=names[::-1], showgrid=False)
    return Chart(framed(figure, caption, _plot_height(rows)), _alt("Số thuê bao theo nhà mạng", rows))


def commune_by_carrier(figures: pa.Table, caption: Caption, overall_pct: float | None = None) -> Chart:
    """The rate of each carrier in one commune, with what is left to do.

    Takes the commune's rows of `measures.figures_by_commune_and_carrier`. `overall_pct`, the commune's rate
    over all carriers, is drawn as a line. A carrier without figures keeps its place and says so.
    """
    rows = figures.to_pylist()
    figure = go.Figure(
        go.Bar(
            x=[row["verified_pct"] for row in rows],
            y=[shown(row["carrier_name"]) for row in rows],
            orientation="h",
            marker={"color": [carrier_by_code()[row["carrier_code"]].colour for row in rows]},
            hovertext=[_said(row) for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=False,
        )
    )
    _say_ends(figure, [(row["carrier_name"], BESIDE_BARS, _rate_and_rest(row)) for row in rows])
    if overall_pct is not None:
        figure.add_vline(
            overall_pct,
            line={"color": INK, "dash": "dot", "width": 2},
            annotation={
                "text": f"Chung: {pct_text(overall_pct)}",
                "yanchor": "bottom",
                "yref": "paper",
                "y": 1,
            },
        )
    names = [shown(row["carrier_name"]) for row in rows]
    figure.update_xaxes(range=[0, WIDEST_RATE], tickvals=TICKS, ticksuffix=" %", tickformat=".0f")
    figure.update_yaxes(categoryorder="array", categoryarray=names[::-1], showgrid=False)
    return Chart(framed(figure, caption, _plot_height(rows)), _alt("Tỷ lệ xác thực theo nhà mạng", rows))


def _part(place: int, part: str, rows: list[dict[str, Any]]) -> go.Bar:
    colour = _colours()[place]
    counts = [_counts(row)[place] for row in rows]
    smallest = SHARE_WITH_ROOM * max(map(_end, rows), default=0)
    return go.Bar(
        name=part,
        x=counts,
        y=[shown(row["carrier_name"]) for row in rows],
        orientation="h",
        marker={
            "color": colour,
            "line": {"color": FAINT, "width": 1},
            "pattern": {"shape": HATCHES[place], "bgcolor": colour, "fgcolor": ink_on(colour), "size": 6},
        },
        text=[count_text(count) if count and count >= smallest else "" for count in counts],
        textposition="inside",
        textangle=0,
        insidetextanchor="middle",
        textfont={"color": ink_on(colour)},
        hovertext=[_said(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _colours() -> tuple[str, ...]:
    """The darker, the more work is left, as on the map."""
    scale = policy().scales["unverified_count"].colours
    return scale[0], scale[1], scale[-2], scale[-1]


def _counts(row: dict[str, Any]) -> tuple[int | None, ...]:
    """The four parts of a bar; together the total. None where nothing was reported."""
    if row["total_count"] is None:
        return (None,) * len(PARTS)
    one_way, two_way = row["locked_one_way_count"], row["locked_two_way_count"]
    return row["verified_count"], row["unverified_count"] - one_way - two_way, one_way, two_way


def _say_ends(figure: go.Figure, ends: list[tuple[str, float, str]]) -> None:
    for name, end, text in ends:
        figure.add_annotation(
            x=end, y=shown(name), text=text, showarrow=False, xanchor="left", xshift=6, font={"color": INK}
        )


def _end(row: dict[str, Any]) -> float:
    return row["total_count"] or 0


def _rate(row: dict[str, Any]) -> str:
    return ABSENT if row["total_count"] is None else f"<b>{pct_text(row['verified_pct'])}</b>"


def _rate_and_rest(row: dict[str, Any]) -> str:
    if row["total_count"] is None:
        return ABSENT
    since = "" if row["reported_on"] == row["round_on"] else f" (kỳ {day_text(row['reported_on'])})"
    return f"<b>{pct_text(row['verified_pct'])}</b>, còn {count_text(row['unverified_count'])}{since}"


def _said(row: dict[str, Any]) -> str:
    parts = [f"<b>{shown(row['carrier_name'])}</b>: {_rate(row)}"]
    if row["total_count"] is not None:
        parts += [f"{part}: {count_text(count)}" for part, count in zip(PARTS, _counts(row), strict=True)]
        parts += [f"Tổng: {count_text(row['total_count'])}, kỳ {day_text(row['reported_on'])}"]
    return "<br>".join(parts)


def _alt(title: str, rows: list[dict[str, Any]]) -> str:
    """Each carrier's rate and what is left, in the order shown."""
    told = [
        f"{row['carrier_name']}: {ABSENT.lower()}"
        if row["total_count"] is None
        else f"{row['carrier_name']}: {pct_text(row['verified_pct'])} đã xác thực, "
        f"còn {count_text(row['unverified_count'])}, khóa 1 chiều {count_text(row['locked_one_way_count'])}, "
        f"khóa 2 chiều {count_text(row['locked_two_way_count'])}"
        for row in rows
    ]
    return f"Biểu đồ thanh: {title}. {'; '.join(told)}."


def _plot_height(rows: list[dict[str, Any]]) -> int:
    return max(SMALLEST_PLOT, BAR_HEIGHT * len(rows))
