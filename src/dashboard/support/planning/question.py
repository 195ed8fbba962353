"""The planning question of a day: the figures' demand, the register's means, what people fixed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dashboard.measures.cube import Cube
from dashboard.measures.scope import Scope
from dashboard.support.planner.assumptions import Assumptions, policy_of
from dashboard.support.planner.demand import demand_of
from dashboard.support.planner.instance import (
    Fixed,
    Floats,
    Groups,
    Halls,
    Instance,
    Points,
    Published,
    nothing_fixed,
)
from dashboard.support.planner.rules import Rule, with_rules
from dashboard.support.planning.ground import HALL_CLASSES, Ground, by_week, class_of, mondays_from
from dashboard.support.register.records import Register
from dashboard.support.sessions.record import Session

SERVES_OTHERS_SHARE = 0.5  # of a carrier's points; the model has one answer for each carrier


@dataclass(frozen=True)
class Known:
    """What people know and want: register, sessions, rules, assumptions."""

    register: Register
    sessions: tuple[Session, ...]
    rules: tuple[Rule, ...]
    assumed: Assumptions


@dataclass(frozen=True)
class Question:
    """An instance with the means behind its positions."""

    instance: Instance
    ground: Ground


def question_of(cube: Cube, known: Known, today: date, week_count: int) -> Question:
    """The question for the weeks after today; the cube's last round says who is left.

    Raises ValueError for a horizon that is not 1 to 8 weeks.
    """
    scope = Scope(cube.rounds[-1], basis="last-known")
    communes = tuple(cube.expected.communes[place].code for place in cube.expected.communes_in(scope))
    carriers = tuple(cube.expected.carriers[place].code for place in cube.expected.carriers_in(scope))
    mondays = mondays_from(today, week_count)
    ground = Ground(communes, carriers, mondays, known.register, known.sessions)
    group, commune, km = ground.pairs
    groups = Groups(
        np.array([float(it.people_count) for it in ground.groups]),
        by_week(ground.groups_free()),
        group,
        commune,
        km,
        known.assumed["people_per_volunteer_day"].value,
    )
    instance = Instance(
        communes,
        carriers,
        tuple(it.entry_id for it in ground.groups),
        demand_of(cube, scope, known.assumed, week_count),
        _halls(ground),
        groups,
        _points(ground, known.assumed),
        policy_of(known.assumed, week_count),
        with_rules(_fixed(ground), communes, mondays, known.rules),
    )
    if ground.proposed:
        instance = replace(instance, fixed=replace(instance.fixed, published=_published(ground)))
    return Question(instance, ground)


def _halls(ground: Ground) -> Halls:
    free = np.zeros((len(ground.communes), len(HALL_CLASSES), len(ground.mondays)))
    for hall, days in zip(ground.halls, by_week(ground.halls_open()), strict=True):
        free[ground.position[hall.commune_code], class_of(hall)] += days
    people, reach, staff, slots = (np.array(column, float) for column in zip(*HALL_CLASSES, strict=True))
    return Halls(people, reach, staff, slots, free)


def _points(ground: Ground, assumed: Assumptions) -> Points:
    usual, open_days = assumed["people_per_point_day"].value, by_week(ground.points_open())
    free = np.zeros((len(ground.carriers), len(ground.mondays)))
    rate, serves = np.full(len(ground.carriers), usual), np.zeros(len(ground.carriers), dtype=np.bool_)
    for place, carrier in enumerate(ground.carriers):
        own = [at for at, point in enumerate(ground.points) if point.carrier_code == carrier]
        if own:
            points = [ground.points[at] for at in own]
            free[place] = open_days[own].sum(axis=0)
            rate[place] = np.mean([it.people_per_day_count or usual for it in points])
            serves[place] = np.mean([bool(it.serves_other_carriers) for it in points]) >= SERVES_OTHERS_SHARE
    return Points(free, rate, serves)


def _fixed(ground: Ground) -> Fixed:
    """Agreed sessions as days that stay; a hall without a class, a group out of reach hold nothing."""
    shape = len(ground.carriers), len(HALL_CLASSES), len(ground.mondays)
    fixed = nothing_fixed(len(ground.communes), len(ground.pairs[0]), shape)
    days = _days_of(ground, ground.agreed)
    return replace(
        fixed,
        agreed_hall_days=days.hall_days,
        agreed_group_days=days.group_days,
        agreed_point_days=days.point_days,
    )


def _published(ground: Ground) -> Published:
    return _days_of(ground, (*ground.agreed, *ground.proposed))


def _days_of(ground: Ground, sessions: Sequence[Session]) -> Published:
    """Sessions counted as the model counts them."""
    weeks, classes = len(ground.mondays), len(HALL_CLASSES)
    visits = np.zeros((len(ground.communes), weeks))
    halls = np.zeros((len(ground.communes), classes, weeks))
    points = np.zeros((len(ground.carriers), len(ground.communes), weeks))
    groups: Floats = np.zeros((len(ground.pairs[0]), weeks))
    pair = {(g, c): place for place, (g, c) in enumerate(zip(*ground.pairs[:2], strict=True))}
    group_at = {it.entry_id: place for place, it in enumerate(ground.groups)}
    hall_at = {it.entry_id: it for it in ground.halls}
    for session in sessions:
        commune, week = ground.position[session.commune_code], _week(ground, session)
        hall = hall_at.get(session.hall_id)
        if hall is None or hall.commune_code != session.commune_code:
            continue
        visits[commune, week] = 1
        halls[commune, class_of(hall), week] += 1
        for key in session.group_ids:
            place = pair.get((group_at.get(key, -1), commune))
            if place is not None:
                groups[place, week] += 1
        for key in session.point_ids:
            point = ground.register.points.get(key)
            if point is not None and point.point_kind == "mobile" and point.carrier_code in ground.carriers:
                points[ground.carriers.index(point.carrier_code), commune, week] += 1
    return Published(visits, halls, groups, points)


def _week(ground: Ground, session: Session) -> int:
    return (session.held_on - ground.mondays[0]).days // 7
