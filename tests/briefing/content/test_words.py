"""Turns of phrase."""

import pytest

from dashboard.briefing.content.words import count_moved, inline, listed, points_moved


@pytest.mark.parametrize(
    ("names", "most", "told"),
    [
        ([], None, ""),
        (["A"], None, "A"),
        (["A", "B"], None, "A và B"),
        (["A", "B", "C"], None, "A, B và C"),
        (["A", "B", "C", "D"], 2, "A, B và 2 đơn vị khác"),
        (["A", "B"], 2, "A và B"),
    ],
)
def test_names_are_listed_as_they_are_said(names: list[str], most: int | None, told: str):
    assert listed(names, most) == told


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (1.46, "tăng 1,5 điểm %"),
        (-0.2, "giảm 0,2 điểm %"),
        (0.04, "không đổi"),
        (-0.04, "không đổi"),
        (None, "chưa so sánh được"),
    ],
)
def test_a_rate_moves_in_words_without_a_sign(points: float | None, told: str):
    assert points_moved(points).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("change", "told"),
    [(60315, "tăng 60.315"), (-12, "giảm 12"), (0, "không đổi"), (None, "chưa so sánh được")],
)
def test_a_count_moves_in_words_without_a_sign(change: int | None, told: str):
    assert count_moved(change) == told


def test_a_commune_inside_a_sentence_begins_small():
    assert inline("Xã Tam Lư") == "xã Tam Lư"
