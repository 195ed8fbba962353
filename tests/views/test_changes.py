"""One notation of change on all pages."""

from datetime import date

import pytest

from dashboard.views.changes import count_change, points_change

SINCE = date(2026, 11, 4)


@pytest.mark.parametrize(
    ("change", "text"), [(1360, "▲ 1.360"), (-1360, "▼ 1.360"), (0, "không đổi"), (None, "–")]
)
def test_a_count_that_changed(change: int | None, text: str):
    assert count_change(change) == text


@pytest.mark.parametrize(
    ("points", "text"), [(1.24, "▲ 1,2"), (-0.96, "▼ 1,0"), (0.04, "không đổi"), (-0.04, "không đổi")]
)
def test_a_rate_that_changed(points: float, text: str):
    assert points_change(points).removesuffix("\u00a0điểm\u00a0%") == text


def test_it_says_since_when():
    assert count_change(-5, SINCE) == "▼ 5 so với kỳ 04/11"
    assert points_change(None, SINCE) == "chưa có kỳ trước để so"
