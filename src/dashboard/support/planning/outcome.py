"""A dated plan as sessions to propose, and what they change in those that are proposed already."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from dashboard.support.planner.sites import Proposal
from dashboard.support.planning.dating import DatedPlan
from dashboard.support.planning.ground import Ground
from dashboard.support.planning.question import Question
from dashboard.support.register.records import ServicePoint
from dashboard.support.sessions.clashes import people_of
from dashboard.support.sessions.distance import road_km
from dashboard.support.sessions.keeping import new_session_id
from dashboard.support.sessions.record import Session, Status

FEWEST_PEOPLE = 5  # a session that brings fewer is not worth a hall, whatever the solver makes of rests


class Change(StrEnum):
    """What a plan does to a commune's proposed sessions."""

    ADDED = "added"
    MOVED = "moved"
    DROPPED = "dropped"
    KEPT = "kept"


@dataclass(frozen=True)
class Line:
    """A commune's sessions before and after, to be accepted or not; people gained may be negative."""

    commune_code: str
    change: Change
    before: tuple[Session, ...]
    after: tuple[Session, ...]

    @property
    def people_gained(self) -> int:
        """People expected more than before."""
        return sum(it.expected_count for it in self.after) - sum(it.expected_count for it in self.before)


def sessions_of(question: Question, plan: DatedPlan, known_ids: Sequence[str]) -> tuple[Session, ...]:
    """The plan's sessions, by day and commune; nothing of them is kept yet."""
    ids, made = set(known_ids), []
    for monday, week in zip(question.ground.mondays, plan.weeks, strict=True):
        used: dict[date, set[str]] = {}
        for proposal in sorted(week.proposals, key=lambda it: (it.day, it.commune_code, it.hall_code)):
            day = monday + timedelta(days=proposal.day)
            if proposal.people < FEWEST_PEOPLE:
                continue
            points = tuple(_points(question.ground, proposal, day, used.setdefault(day, set())))
            people = min(proposal.people, _served_at_most(question, proposal, points))
            session_id = new_session_id(proposal.commune_code, day, ids)
            ids.add(session_id)
            made.append(
                Session(
                    session_id,
                    proposal.commune_code,
                    day,
                    proposal.hall_code,
                    group_ids=proposal.group_codes,
                    point_ids=points,
                    expected_count=math.floor(people),
                )
            )
    return tuple(sorted(made, key=lambda it: (it.held_on, it.session_id)))


def lines_of(before: Sequence[Session], after: Sequence[Session]) -> tuple[Line, ...]:
    """Commune by commune, those that gain most first; what stays as it is comes last."""
    codes = dict.fromkeys(it.commune_code for it in (*after, *before))
    lines = [_line(code, before, after) for code in codes]
    return tuple(sorted(lines, key=lambda it: (it.change is Change.KEPT, -it.people_gained, it.commune_code)))


def to_keep(lines: Sequence[Line]) -> tuple[Session, ...]:
    """What has to be kept for lines to hold: the old sessions cancelled, the new ones proposed."""
    moved = [line for line in lines if line.change is not Change.KEPT]
    cancelled = [replace(it, status=Status.CANCELLED) for line in moved for it in line.before]
    return (*cancelled, *(it for line in moved for it in line.after))


def _line(code: str, before: Sequence[Session], after: Sequence[Session]) -> Line:
    old = tuple(it for it in before if it.commune_code == code)
    new = tuple(it for it in after if it.commune_code == code)
    if not old:
        return Line(code, Change.ADDED, old, new)
    if not new:
        return Line(code, Change.DROPPED, old, new)
    is_same = sorted(map(_what, old)) == sorted(map(_what, new))
    return Line(code, Change.KEPT if is_same else Change.MOVED, old, new)


def _what(session: Session) -> tuple[date, str, tuple[str, ...], tuple[str, ...]]:
    return (
        session.held_on,
        session.hall_id,
        tuple(sorted(session.group_ids)),
        tuple(sorted(session.point_ids)),
    )


def _points(ground: Ground, proposal: Proposal, day: date, used: set[str]) -> Iterator[str]:
    """So many points of each carrier as the plan says, the nearest that are free and not yet taken."""
    agreed = {key for it in ground.agreed if it.held_on == day for key in it.point_ids}
    for carrier, count in proposal.points:
        free = [it for it in ground.points if _is_free(it, carrier, day) and it.entry_id not in used | agreed]
        for point in sorted(
            free, key=lambda it: (road_km(it.commune_code, proposal.commune_code), it.entry_id)
        )[:count]:
            used.add(point.entry_id)
            yield point.entry_id


def _served_at_most(question: Question, proposal: Proposal, points: Sequence[str]) -> float:
    """People that a session's own groups and points serve; the plan shares them over a commune's halls."""
    register, per_volunteer = question.ground.register, question.instance.groups.people_per_volunteer
    usual = float(question.instance.points.people_per_day.mean())
    named = [register.points[key].people_per_day_count for key in points]
    return people_of(proposal.group_codes, register) * per_volunteer + sum(
        usual if count is None else count for count in named
    )


def _is_free(point: ServicePoint, carrier: str, day: date) -> bool:
    return point.carrier_code == carrier and point.is_free(day)
