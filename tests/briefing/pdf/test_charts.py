"""Charts as drawings: round ticks around all values, gaps where nothing was reported."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.content.model import Chart, Series
from dashboard.briefing.pdf.charts import axis_ends, chart_drawing

NUMBERS = st.lists(st.floats(0, 5e6, allow_subnormal=False), min_size=1, max_size=20)


def lines_of(chart: Chart, colour: str) -> list[dict]:
    items = chart_drawing(chart, 160, 60).items
    return [item for item in items if item["kind"] == "line" and item["stroke"] == colour]


@given(NUMBERS, st.booleans())
def test_an_axis_holds_all_values_in_few_steps(values: list[float], is_from_zero: bool):
    start, end, step = axis_ends(values, is_from_zero)
    slack = step * 0.01
    assert start - slack <= min(values)
    assert max(values) <= end + slack
    assert 1 <= round((end - start) / step) <= 6


def test_a_gap_is_not_drawn_across():
    chart = Chart(
        "x", "", "line", ("a", "b", "c", "d"), (Series("one", (1.0, None, 3.0, 4.0), "#112233"),), "0.0", ""
    )
    assert len(lines_of(chart, "#112233")) == 1
    dots = [item for item in chart_drawing(chart, 160, 60).items if item["kind"] == "dot"]
    assert len(dots) == 3


def test_parts_of_a_bar_follow_one_another_and_a_missing_one_says_so():
    series = (Series("a", (10.0, None), "#111111"), Series("b", (30.0, None), "#EEEEEE"))
    drawing = chart_drawing(Chart("x", "", "stacked-bar", ("có", "không"), series, "#,##0", ""), 160, 60)
    bars = [item for item in drawing.items if item["kind"] == "area" and len(item["points"]) == 4]
    first, second = (next(bar for bar in reversed(bars) if bar["fill"] == one.colour) for one in series)
    assert first["points"][1][0] == second["points"][0][0]
    assert "chưa báo cáo" in [item["text"] for item in drawing.items if item["kind"] == "words"]


def test_columns_take_the_colours_of_their_classes():
    chart = Chart(
        "x", "", "column", ("a", "b"), (Series("n", (3, 5), "#000000"),), "#,##0", "", ("#AA0000", "#00AA00")
    )
    fills = {item["fill"] for item in chart_drawing(chart, 160, 60).items if item["kind"] == "area"}
    assert {"#AA0000", "#00AA00"} <= fills


def test_nothing_leaves_the_drawing():
    chart = Chart("x", "", "stacked-column", tuple(f"{day:02d}/11" for day in range(1, 25)),
                  (Series("a", tuple(float(n) for n in range(24)), "#111111"),), "#,##0", "")  # fmt: skip
    for item in chart_drawing(chart, 160, 60).items:
        for x, y in item.get("points", [item.get("at")]):
            assert 0 <= x <= 160
            assert -1 <= y <= 60
