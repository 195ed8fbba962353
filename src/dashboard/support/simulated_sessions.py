"""Simulated sessions: a few held with results, a few to come, so that the pages have something to show."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dashboard.demo.plan import DemoRequest
from dashboard.demo.terrain import CARRIER_CODES
from dashboard.support.register.records import Register
from dashboard.support.sessions.clashes import Setting
from dashboard.support.sessions.defaults import DAYS_TO_INVITE, Wish, default_session
from dashboard.support.sessions.record import Result, Session, Status

HELD_COUNT, TO_COME_COUNT = 8, 6
ROUNDS_AGO = 4  # so that weeks before and after are there to compare
PEOPLE_PER_VOLUNTEER = 12.0  # as delivered (data/planning.toml)
DAYS_APART = 6
COMING = (60, 180)
WHY_NOT = ("", "", "căn cước hết hạn", "điện thoại không đọc được chip", "không mang theo SIM")


def simulated_sessions(request: DemoRequest, register: Register) -> tuple[Session, ...]:
    """Sessions of a request's weeks; the same seed and register give the same."""
    rng = random.Random(request.seed)  # figures to look at, no secret
    codes = sorted({hall.commune_code for hall in register.halls.values()})
    chosen = rng.sample(codes, min(len(codes), HELD_COUNT + TO_COME_COUNT))
    today = request.known_at.date()
    made: tuple[Session, ...] = ()
    for place, code in enumerate(chosen):
        is_held = place < HELD_COUNT
        begun = request.last_round_on - timedelta(weeks=ROUNDS_AGO) if is_held else today
        begun += timedelta(days=rng.randint(0, DAYS_APART))
        session = _assigned(rng, (code, begun), register, made)
        if is_held and session.held_on < today:
            session = replace(session, status=Status.DONE, result=_result(rng, session.expected_count))
        elif place % 2:
            session = replace(session, status=Status.AGREED)
        made = (*made, session)
    return made


def _assigned(
    rng: random.Random, wanted: tuple[str, date], register: Register, others: tuple[Session, ...]
) -> Session:
    code, today = wanted
    wish = Wish(code, today - timedelta(days=DAYS_TO_INVITE), rng.randint(*COMING))
    setting = Setting(register, others, PEOPLE_PER_VOLUNTEER)
    return default_session(wish, setting, tuple(it.session_id for it in others))


def _result(rng: random.Random, expected_count: int) -> Result:
    came = round(expected_count * rng.uniform(0.55, 1.05))
    shares = dict(_shares(rng))
    verified = {code: round(came * share) for code, share in shares.items() if round(came * share)}
    return Result(came, verified, rng.choice(WHY_NOT))


def _shares(rng: random.Random) -> Iterator[tuple[str, float]]:
    for code, usual in zip(CARRIER_CODES, (0.45, 0.25, 0.15, 0.04, 0.03), strict=True):
        yield code, usual * rng.uniform(0.7, 1.2)
