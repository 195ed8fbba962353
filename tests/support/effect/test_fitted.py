"""What held sessions say of assumptions: a ratio with its interval, from enough that show one thing."""

from datetime import date, timedelta

import pytest

from dashboard.support.effect.fitted import fitted_assumptions
from dashboard.support.effect.words import fit_words
from dashboard.support.register.records import Register, ServicePoint, VolunteerGroup
from dashboard.support.sessions.record import Result, Session, Status

REGISTER = Register(
    groups={"g": VolunteerGroup("g", "14758", "Đoàn xã", "youth", 10, 20.0)},
    points={"p": ServicePoint("p", "viettel", "mobile", "14758", "Xe")},
)


def held(number: int, came: int, groups: tuple[str, ...] = ("g",), points: tuple[str, ...] = ()) -> Session:
    day = date(2026, 11, 1) + timedelta(days=number)
    result = Result(came)
    return Session(
        f"s{number}", "14758", day, group_ids=groups, point_ids=points, status=Status.DONE, result=result
    )


def test_enough_sessions_of_volunteers_alone_give_a_rate():
    sessions = [held(number, 80 + number) for number in range(8)]
    fit = fitted_assumptions(sessions, REGISTER)["people_per_volunteer_day"]
    assert fit.value == pytest.approx(8.35)
    assert fit.low < 8.35 < fit.high
    assert fit_words(fit).endswith("; 8 buổi)")


def test_sessions_that_show_two_things_at_once_or_are_too_few_say_nothing():
    mixed = [held(number, 80, ("g",), ("p",)) for number in range(12)]
    few = [held(number, 80) for number in range(20, 25)]
    assert fitted_assumptions([*mixed, *few], REGISTER) == {}


def test_points_alone_give_the_rate_of_a_point():
    sessions = [held(number, 50, (), ("p",)) for number in range(9)]
    assert fitted_assumptions(sessions, REGISTER)["people_per_point_day"].value == 50
