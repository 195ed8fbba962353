"""What moved the rate since the round before, as steps from one rate to the other."""

import plotly.graph_objects as go

from dashboard.figures.template import FAINT, INK, Caption, Chart, framed, shown
from dashboard.measures.contribution import Contribution
from dashboard.measures.wording import day_text, pct_text, points_text

RISE, FALL = (
    "#0072B2",
    "#A72724",
)  # apart in hue and in grey, for colour-blind readers too (Okabe and Ito, 2008)
ROOM = 0.35  # of the height of the steps, above and below them, for the numbers


def steps_of_change(found: Contribution, caption: Caption) -> Chart:
    """A step per part that moved the rate, between the rate before and the rate now.

    The axis does not start at zero: the steps are points of a rate, and both rates are written out.
    """
    steps = parts_of(found)
    figure = go.Figure(
        go.Waterfall(
            x=[f"Kỳ {day_text(found.since)}", *steps, "Kỳ này"],
            measure=["absolute", *["relative"] * len(steps), "total"],
            y=[found.before_pct, *steps.values(), 0],
            text=[
                pct_text(found.before_pct, 2),
                *(points_text(points, 2) for points in steps.values()),
                pct_text(found.now_pct, 2),
            ],
            textposition="outside",
            hoverinfo="none",
            connector={"line": {"color": FAINT, "width": 1, "dash": "dot"}},
            increasing={"marker": {"color": RISE}},
            decreasing={"marker": {"color": FALL}},
            totals={"marker": {"color": INK}},
        )
    )
    levels = _levels(found, list(steps.values()))
    room = ROOM * max(max(levels) - min(levels), 0.2)
    figure.update_yaxes(range=[min(levels) - room, max(levels) + room], tickformat=",.1f", ticksuffix=" %")
    figure.update_xaxes(ticktext=None, tickangle=0)
    return Chart(framed(figure, caption), _alt(found, steps))


def parts_of(found: Contribution) -> dict[str, float]:
    """What each part is called, with its points; absence and return only where somebody was absent."""
    parts = {shown("Xác thực thêm"): found.progress_points, shown("Thuê bao phát sinh"): found.base_points}
    if found.left_points:
        parts[shown("Thiếu báo cáo")] = found.left_points
    if found.joined_points:
        parts[shown("Có báo cáo trở lại")] = found.joined_points
    return parts


def _levels(found: Contribution, steps: list[float]) -> list[float]:
    levels = [found.before_pct]
    for step in steps:
        levels.append(levels[-1] + step)
    return [*levels, found.now_pct]


def _alt(found: Contribution, steps: dict[str, float]) -> str:
    told = "; ".join(f"{name.lower()} {points_text(points, 2)}" for name, points in steps.items())
    return (
        f"Biểu đồ bậc: tỷ lệ xác thực từ {pct_text(found.before_pct, 2)} kỳ {day_text(found.since)} "
        f"đến {pct_text(found.now_pct, 2)} kỳ này: {told}."
    )
