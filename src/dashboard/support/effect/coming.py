"""How many come when they are invited, and how many verify by themselves, as sessions and reports show it.

Turnout: people who came, over those whom the assumptions expect of the commune in that week, at sessions that
could serve at least twice as many. They are chosen by what was planned, never by how many came: to leave out
those that were full would make turnout look smaller than it is. One factor moves the three turnouts, since
nobody writes down whether who came was locked.

By themselves: the verified of a week (pace of three weeks) over those left, in communes without a session.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.pace import pair_paces, summed
from dashboard.measures.pairs import CARRIERS, COMMUNES, pairs_in
from dashboard.measures.scope import Scope
from dashboard.support.effect.totals import held
from dashboard.support.planner.assumptions import Assumptions
from dashboard.support.planner.fitting import Fit, fitted_rate
from dashboard.support.register.records import Register
from dashboard.support.sessions.clashes import people_of
from dashboard.support.sessions.record import Session

ROOMY = 2.0  # times the people expected: few such sessions are ever full
TURNOUTS = ("turnout_pct", "turnout_dated_pct", "turnout_soon_pct")
BY_THEMSELVES = "hazard_pct"
UNVERIFIED, ONE_WAY, TWO_WAY = (
    COUNTS.index(name) for name in ("unverified_count", "locked_one_way_count", "locked_two_way_count")
)


def fitted_turnout(
    sessions: Iterable[Session], register: Register, cube: Cube, assumed: Assumptions
) -> Mapping[str, Fit]:
    """Name of each turnout -> what sessions say of it, in percent; nothing with too few sessions that say it.

    The cube holds all rounds (`cube.read_history`).
    """
    done = held(sessions)
    alone = Counter((it.commune_code, it.held_on.isocalendar()[:2]) for it in done)
    came, means = [], []
    for session in done:
        expected = _expected(session, cube, assumed)
        roomy = _served(session, register, assumed) >= ROOMY * expected
        if expected and roomy and alone[session.commune_code, session.held_on.isocalendar()[:2]] == 1:
            came.append(float(session.result.came_count if session.result else 0))
            means.append(expected)
    factor = fitted_rate(np.array(came), np.array(means))
    if factor is None:
        return {}
    return {name: _scaled(factor, assumed[name].value) for name in TURNOUTS}


def fitted_by_themselves(sessions: Iterable[Session], cube: Cube) -> Fit | None:
    """Percent of the unverified who verify in a week without help, over communes without a session."""
    scope = Scope(cube.rounds[-1], basis="last-known")
    visited = {it.commune_code for it in sessions if it.is_live}
    pace = summed(pair_paces(cube, scope), CARRIERS - 1)
    counts = pairs_in(replace(cube, first_whole=len(cube.rounds) - 1), scope).counts[-1]
    left = counts.sum(axis=COMMUNES)[:, UNVERIFIED].astype(float)
    codes = [commune.code for commune in cube.expected.communes]
    known = np.array([code not in visited for code in codes]) & ~np.isnan(pace) & (left > 0)
    fit = fitted_rate(np.maximum(pace[known], 0.0), left[known])
    return None if fit is None else _scaled(fit, 100.0)


def _expected(session: Session, cube: Cube, assumed: Assumptions) -> float:
    """People who come by the assumptions on the round before the session; 0 where nothing is known."""
    last = _round_before(cube.rounds, session.held_on)
    if last is None:
        return 0.0
    place = [commune.code for commune in cube.expected.communes].index(session.commune_code)
    counts = cube.counts[last, place].sum(axis=0).astype(float)
    locked = min(counts[ONE_WAY] + counts[TWO_WAY], counts[UNVERIFIED])
    undated, dated, _ = (assumed[name].value / 100 for name in TURNOUTS)
    return float(undated * (counts[UNVERIFIED] - locked) + dated * locked)


def _served(session: Session, register: Register, assumed: Assumptions) -> float:
    """People whom its groups and points can serve in a day."""
    guided = people_of(session.group_ids, register) * assumed["people_per_volunteer_day"].value
    usual = assumed["people_per_point_day"].value
    points = [
        register.points[key].people_per_day_count for key in session.point_ids if key in register.points
    ]
    return guided + sum(usual if count is None else count for count in points)


def _round_before(rounds: Sequence[date], day: date) -> int | None:
    before = [place for place, round_on in enumerate(rounds) if round_on <= day]
    return before[-1] if before else None


def _scaled(fit: Fit, by: float) -> Fit:
    return Fit(fit.value * by, fit.low * by, fit.high * by, fit.sessions_count)
