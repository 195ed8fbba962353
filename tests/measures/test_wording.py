"""Numbers and dates as Vietnamese readers write them."""

from datetime import UTC, date, datetime

import pytest

from dashboard.measures.wording import (
    count_change_text,
    count_text,
    day_text,
    duration_text,
    late_text,
    pct_text,
    points_text,
    time_text,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (count_text(1_234_567), "1.234.567"),
        (count_text(0), "0"),
        (count_text(None), "–"),
        (pct_text(85.34), "85,3\u00a0%"),
        (pct_text(100), "100,0\u00a0%"),
        (pct_text(85.34, decimals=0), "85\u00a0%"),
        (pct_text(None), "–"),
        (count_change_text(-1234), "−1.234"),
        (count_change_text(12), "+12"),
        (count_change_text(0), "0"),
        (points_text(0.44), "+0,4\u00a0điểm\u00a0%"),
        (points_text(-1.26), "−1,3\u00a0điểm\u00a0%"),
        (points_text(-0.04), "0,0\u00a0điểm\u00a0%"),
        (points_text(None), "–"),
        (day_text(date(2026, 11, 4)), "04/11/2026"),
        (day_text(None), "–"),
        (time_text(datetime(2026, 11, 4, 2, 5, tzinfo=UTC)), "09:05 ngày 04/11/2026"),
        (time_text(None), "–"),
    ],
)
def test_figures_are_written_the_vietnamese_way(text: str, expected: str):
    assert text == expected


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0.9, "0 phút"), (12, "12 phút"), (185, "3 giờ 5 phút"), (1440, "1 ngày 0 giờ"), (3120, "2 ngày 4 giờ")],
)
def test_a_duration_in_whole_minutes_gone_by(minutes: float, text: str):
    assert duration_text(minutes) == text


@pytest.mark.parametrize(
    ("late_minutes", "text"),
    [(1, "1 phút"), (2, "1 phút"), (60, "59 phút"), (61, "1 giờ 0 phút"), (1561, "1 ngày 2 giờ")],
)
def test_lateness_is_told_as_the_clock_shows_it(late_minutes: int, text: str):
    assert late_text(late_minutes) == text
