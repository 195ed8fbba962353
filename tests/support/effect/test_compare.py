"""The effect on figures made by hand: what is put in comes out, what everybody did falls out."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.scope import everyone
from dashboard.support.effect.compare import Effect, effects_of, mean_effect
from dashboard.support.effect.totals import (
    held,
    total_of,
    totals_by_commune,
    totals_by_organisation,
    verified_by_carrier,
)
from dashboard.support.effect.words import effect_words, mean_words, total_words
from dashboard.support.register.records import Register, VolunteerGroup
from dashboard.support.sessions.record import Result, Session, Status

ROUNDS = tuple(date(2026, 10, 14) + timedelta(weeks=week) for week in range(6))
HELD_ON = ROUNDS[3] - timedelta(days=4)  # a Saturday between the third round and the fourth


def cube_of(lift: float, *, noise: float = 0.0) -> Cube:
    """Every commune gains 2 points a week, and 1 more after the third round; the first `lift`."""
    ground, random = everyone(), np.random.default_rng(1)
    communes, carriers = len(ground.communes), len(ground.carriers)
    total = np.full((6, communes, carriers), 10_000)
    weeks = np.arange(6)[:, None]
    rate = 40 + 2.0 * weeks + 1.0 * np.maximum(0, weeks - 2) + random.normal(0, noise, (6, communes))
    rate[3:, 0] += lift / 2 * np.arange(1, 4)
    counts = np.zeros((6, communes, carriers, len(COUNTS)), dtype=np.int64)
    counts[..., COUNTS.index("total_count")] = total
    counts[..., COUNTS.index("verified_count")] = np.round(total * rate[..., None] / 100)
    flags = np.ones((6, carriers), dtype=np.bool_)
    reported = np.ones((6, communes, carriers), dtype=np.bool_)
    return Cube(ground, ROUNDS, 0, flags, ~flags, flags, reported, counts)


def session(code: str, day: date = HELD_ON, came: int = 80) -> Session:
    return Session(
        f"{code}-{day}", code, day, group_ids=("g",), expected_count=100, status=Status.DONE,
        result=Result(came, {"viettel": 50, "wintel": 20}),
    )  # fmt: skip


FIRST = everyone().communes[0].code


def test_what_a_commune_gained_beyond_the_others_comes_out_and_what_all_gained_falls_out():
    (effect,) = effects_of(cube_of(1.5), [session(FIRST)])
    assert effect.points == pytest.approx(1.5, abs=0.01)
    assert effect.is_clear
    assert "nhanh hơn nơi tương tự 1,5 điểm %" in effect_words(effect).replace("\u00a0", " ")


def test_no_effect_among_noise_is_not_called_one():
    (effect,) = effects_of(cube_of(0.0, noise=0.5), [session(FIRST)])
    assert effect.low is not None
    assert effect.high is not None
    assert effect.low < 0 < effect.high
    assert "chưa đủ rõ" in effect_words(effect)


def test_communes_with_sessions_of_their_own_in_these_weeks_are_not_compared_with():
    codes = [commune.code for commune in everyone().communes]
    effects = effects_of(cube_of(1.0), [session(code) for code in codes[:-4]])
    assert {each.points for each in effects} == {None}, "only four are left to compare with"


def test_weeks_that_are_not_there_yet_are_said():
    for day in (ROUNDS[0], ROUNDS[5] + timedelta(days=2)):
        (effect,) = effects_of(cube_of(1.0), [session(FIRST, day)])
        assert effect.points is None
        assert "chưa đủ kỳ" in effect_words(effect)


def test_a_carrier_missing_in_one_of_the_weeks_does_not_look_like_an_effect():
    cube = cube_of(0.0)
    reported = cube.is_reported.copy()
    reported[4, :, 0] = False
    counts = cube.counts.copy()
    counts[4, :, 0] = 0
    (effect,) = effects_of(replace(cube, is_reported=reported, counts=counts), [session(FIRST)])
    assert effect.points == pytest.approx(0.0, abs=0.01)


def test_the_mean_has_an_interval_and_needs_two():
    made = [Effect(str(n), HELD_ON, points, 0.0, 1.0, 12) for n, points in enumerate((0.5, 1.0, 1.5))]
    mean = mean_effect(made)
    assert mean is not None
    assert mean[0] == pytest.approx(1.0)
    assert mean[1] < 1.0 < mean[2]
    assert mean_effect(made[:1]) is None
    assert "Bình quân 3 xã, phường" in mean_words(mean, 3)
    assert "Chưa đủ" in mean_words(None, 0)


def test_totals_are_sums_of_results():
    sessions = [
        session(FIRST),
        session(FIRST, ROUNDS[4], came=40),
        Session("n", FIRST, HELD_ON, expected_count=9),
    ]
    register = Register(groups={"g": VolunteerGroup("g", FIRST, "Đoàn xã", "youth", 10, 20.0)})
    assert len(held(sessions)) == 2
    total = total_of(sessions)
    assert (total.sessions_count, total.expected_count, total.came_count, total.verified_count) == (
        2,
        200,
        120,
        140,
    )
    assert total.came_pct == 60
    assert totals_by_commune(sessions) == {FIRST: total}
    assert totals_by_organisation(sessions, register) == {"youth": total}
    assert verified_by_carrier(sessions) == {"viettel": 100, "wintel": 40}
    assert "đến 120 (60,0\u00a0% số dự kiến)" in total_words(total)
    assert total_of([]).came_pct is None
