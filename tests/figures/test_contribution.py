"""The steps from one rate to the other."""

import pytest

from dashboard.figures.contribution import parts_of, steps_of_change
from dashboard.figures.template import Caption
from dashboard.measures.contribution import Contribution, contribution
from tests.measures.cubes import THIS_WEEK, Pair, cube_of

CAPTION = Caption("Vì sao tỷ lệ xác thực thay đổi", mark="SỐ LIỆU MÔ PHỎNG")
BEFORE: list[list[Pair]] = [[(100, 50, 0, 0), (100, 70, 0, 0), None]] * 3
NOW: list[list[Pair]] = [[(110, 60, 0, 0), None, (100, 90, 0, 0)]] * 3


def found(now: list[list[Pair]] = NOW) -> Contribution:
    real = contribution(cube_of([BEFORE, now]), THIS_WEEK)
    assert real is not None
    return real


def test_the_steps_lead_from_the_rate_before_to_the_rate_now():
    (steps,) = steps_of_change(found(), CAPTION).figure.data
    assert list(steps.measure) == ["absolute", *["relative"] * 4, "total"]
    assert sum(steps.y) == pytest.approx(found().now_pct)
    assert steps.y[0] == pytest.approx(60)


def test_where_nobody_was_absent_there_are_two_steps():
    same: list[list[Pair]] = [[(100, 60, 0, 0), (100, 75, 0, 0), None]] * 3
    assert list(parts_of(found(same))) == ["Xác thực thêm", "Thuê bao phát sinh"]


def test_every_step_lies_within_the_picture_with_room_for_its_number():
    figure = steps_of_change(found(), CAPTION).figure
    low, high = figure.layout.yaxis.range
    level, levels = 0.0, []
    for step in figure.data[0].y[:-1]:
        level += step
        levels.append(level)
    assert low < min(levels)
    assert high > max(levels)


def test_the_mark_and_the_words_for_those_who_cannot_see_are_there():
    chart = steps_of_change(found(), CAPTION)
    assert "SỐ LIỆU MÔ PHỎNG" in chart.figure.layout.title.subtitle.text
    assert chart.alt.startswith("Biểu đồ bậc: tỷ lệ xác thực từ 60,00")
    assert "thiếu báo cáo" in chart.alt
