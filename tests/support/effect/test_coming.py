"""Who comes and who verifies by themselves: what is put into figures and sessions comes out."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.scope import everyone
from dashboard.support.effect.coming import TURNOUTS, fitted_by_themselves, fitted_turnout
from dashboard.support.planner.assumptions import delivered_assumptions
from dashboard.support.register.records import Register, VolunteerGroup
from dashboard.support.sessions.record import Result, Session, Status

ROUNDS = tuple(date(2026, 10, 21) + timedelta(weeks=week) for week in range(4))
GROUND = everyone()
CODES = [commune.code for commune in GROUND.communes]
ASSUMED = delivered_assumptions()
REGISTER = Register(groups={"g": VolunteerGroup("g", CODES[0], "Đoàn", "youth", 40, 50.0)})
UNVERIFIED, LOCKED = 200, 50  # of a commune, with one carrier


def cube() -> Cube:
    """One carrier with 1,000 subscribers in every commune; in each week 10 of the unverified verify."""
    shape = (len(ROUNDS), len(CODES), len(GROUND.carriers))
    counts = np.zeros((*shape, len(COUNTS)), np.int64)
    left = UNVERIFIED + 10 * np.arange(len(ROUNDS))[::-1]
    said = {
        "total_count": 1000,
        "unverified_count": left,
        "verified_count": 1000 - left,
        "locked_one_way_count": LOCKED,
    }
    for name, values in said.items():
        counts[:, :, 0, COUNTS.index(name)] = np.broadcast_to(np.asarray(values), len(ROUNDS))[:, None]
    flags = np.zeros((len(ROUNDS), shape[2]), np.bool_)
    has_file = flags.copy()
    has_file[:, 0] = True
    reported = np.broadcast_to(has_file[:, None, :], shape)
    return Cube(GROUND, ROUNDS, len(ROUNDS) - 1, has_file, flags, ~flags, reported, counts)


def held(number: int, came: int) -> Session:
    """A session in a commune of its own, three days after the last round."""
    day = ROUNDS[-1] + timedelta(days=3)
    return Session(
        f"s{number}", CODES[number], day, group_ids=("g",), status=Status.DONE, result=Result(came)
    )


def test_twice_as_many_as_assumed_is_twice_every_turnout():
    assumed_people = 0.20 * (UNVERIFIED - LOCKED) + 0.50 * LOCKED
    fits = fitted_turnout(
        [held(number, round(2 * assumed_people)) for number in range(9)], REGISTER, cube(), ASSUMED
    )
    assert {name: fit.value for name, fit in fits.items()} == {
        name: pytest.approx(2 * ASSUMED[name].value) for name in TURNOUTS
    }
    assert {fit.sessions_count for fit in fits.values()} == {9}


def test_sessions_without_room_weeks_with_two_and_few_sessions_say_nothing():
    small = replace(REGISTER, groups={"g": replace(REGISTER.groups["g"], people_count=2)})
    sessions = [held(number, 50) for number in range(9)]
    assert fitted_turnout(sessions, small, cube(), ASSUMED) == {}
    again = [replace(it, session_id=f"{it.session_id}-2") for it in sessions]
    assert fitted_turnout([*sessions, *again], REGISTER, cube(), ASSUMED) == {}
    assert fitted_turnout(sessions[:5], REGISTER, cube(), ASSUMED) == {}
    early = [replace(it, held_on=ROUNDS[0] - timedelta(days=1)) for it in sessions]
    assert fitted_turnout(early, REGISTER, cube(), ASSUMED) == {}


def test_who_verifies_by_themselves_is_told_from_communes_without_a_session():
    fit = fitted_by_themselves([held(0, 50)], cube())
    assert fit is not None
    assert fit.value == pytest.approx(100 * 10 / UNVERIFIED)
    assert fit.sessions_count == len(CODES) - 1
