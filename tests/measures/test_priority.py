"""Which communes come first: more need never ranks lower, small ones stand last, reasons are named."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.priority import priorities
from dashboard.reference.policy import PriorityPolicy
from tests.measures.cubes import THIS_WEEK, Pair, cube_of

EQUAL = PriorityPolicy(0.25, 0.25, 0.25, 0.25, floor_count=0)
ONLY_BACKLOG = PriorityPolicy(1.0, 0.0, 0.0, 0.0, floor_count=0)


def rounds_of(*communes: Sequence[tuple[int, int, int, int]]) -> list[list[list[Pair]]]:
    """Rounds of the first carrier from its figures by commune."""
    return [[[pair, None, None] for pair in at] for at in zip(*communes, strict=True)]


def test_the_commune_that_needs_most_by_every_question_comes_first_with_all_reasons():
    cube = cube_of(
        rounds_of(
            [(10_000, 9000, 10, 0), (10_000, 9500, 10, 0)],
            [(10_000, 3000, 900, 50), (10_000, 3100, 900, 60)],
            [(10_000, 8000, 50, 5), (10_000, 8400, 50, 5)],
        )
    )
    first, second, third = priorities(cube, THIS_WEEK, EQUAL)
    assert [first.commune_code, second.commune_code, third.commune_code] == ["10002", "10003", "10001"]
    assert (first.score, third.score) == (100, 0)
    assert first.reason == (
        "còn 6.900 thuê bao chưa xác thực (nhiều nhất); tỷ lệ mới 31,0\u00a0% (thấp nhất); "
        "với nhịp ba tuần qua còn cần khoảng 69 tuần; 60 đã khóa 2 chiều, tối đa 900 nữa trong tuần tới"
    )
    assert third.reason == "không có dấu hiệu nào nổi bật so với các nơi khác"


def test_a_handful_of_people_come_last_whatever_their_rate():
    cube = cube_of(rounds_of([(20, 0, 0, 0)], [(10_000, 9000, 0, 0)], [(10_000, 9500, 0, 0)]))
    limits = PriorityPolicy(0.0, 1.0, 0.0, 0.0, floor_count=1000)
    last = priorities(cube, THIS_WEEK, limits)[-1]
    assert (last.commune_code, last.is_below_floor) == ("10001", True)
    assert last.reason.startswith("chỉ có 20 thuê bao nên xếp sau")


def test_a_commune_that_stands_still_is_said_to():
    cube = cube_of(
        rounds_of(
            [(10_000, 9000, 0, 0), (10_000, 9000, 0, 0)],
            [(10_000, 9000, 0, 0), (10_000, 9100, 0, 0)],
            [(10_000, 9000, 0, 0), (10_000, 9100, 0, 0)],
        )
    )
    first = priorities(cube, THIS_WEEK, EQUAL)[0]
    assert (first.commune_code, first.weeks_left) == ("10001", None)
    assert "không tăng trong ba tuần qua" in first.reason


def test_communes_without_figures_are_left_out():
    cube = cube_of([[[(100, 50, 0, 0), None, None], [None] * 3, [None] * 3]])
    assert [commune.commune_code for commune in priorities(cube, THIS_WEEK, EQUAL)] == ["10001"]
    assert priorities(cube_of([[[None] * 3] * 3]), THIS_WEEK, EQUAL) == ()


@given(left=st.lists(st.integers(0, 900), min_size=3, max_size=3))
def test_more_people_left_never_ranks_lower_when_only_that_counts(left: list[int]):
    cube = cube_of([[[(1000, 1000 - count, 0, 0), None, None] for count in left]])
    counts = [commune.unverified_count for commune in priorities(cube, THIS_WEEK, ONLY_BACKLOG)]
    assert counts == sorted(counts, reverse=True)


@given(left=st.lists(st.integers(0, 900), min_size=3, max_size=3))
def test_ranks_are_one_to_n_and_scores_fall(left: list[int]):
    cube = cube_of([[[(1000, 1000 - count, count // 2, 0), None, None] for count in left]])
    found = priorities(cube, THIS_WEEK, EQUAL)
    assert [commune.rank for commune in found] == [1, 2, 3]
    scores = [commune.score for commune in found]
    assert scores == sorted(scores, reverse=True)


def test_weights_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="add up"):
        PriorityPolicy(0.5, 0.5, 0.5, 0.0, 1000)
