"""What there is to plan with: halls, groups and mobile points by day, without what is agreed.

Days are the seven of each week of the horizon, from a Monday. A plan moves only what can move: fixed points
stay where they are and are left to themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

import numpy as np

from dashboard.reference.communes import commune_by_code
from dashboard.support.planner.instance import Flags, Floats, Whole
from dashboard.support.register.records import Hall, Register, ServicePoint, VolunteerGroup
from dashboard.support.sessions.defaults import USUAL_ROOM
from dashboard.support.sessions.distance import ROAD_PER_STRAIGHT, km_between
from dashboard.support.sessions.record import Session, Status

DAYS = 7


class HallClass(NamedTuple):
    """Halls that are alike: people a day, share of a commune's unverified people that one day draws,
    volunteers and points that it needs and holds."""

    people_per_day: float
    reach: float
    staff_needed: float
    point_slots: float


# The classes of the reference instance (docs/planner.md) with one more for the smallest halls; guesses, as
# there: convention centre, large and usual cultural house, small one, a room.
HALL_CLASSES = (
    HallClass(400, 0.06, 10, 6),
    HallClass(180, 0.035, 5, 3),
    HallClass(120, 0.03, 4, 2),
    HallClass(80, 0.025, 3, 1),
    HallClass(40, 0.015, 2, 1),
)


@dataclass(frozen=True)
class Ground:
    """The means and the days; H halls of a known class, G groups, K carriers, W weeks."""

    communes: tuple[str, ...]
    carriers: tuple[str, ...]
    mondays: tuple[date, ...]
    register: Register
    sessions: tuple[Session, ...]

    @cached_property
    def halls(self) -> tuple[Hall, ...]:
        """Halls of communes of the plan, large enough for a class."""
        known = set(self.communes)
        found = self.register.halls.values()
        return tuple(it for it in found if it.commune_code in known and class_of(it) is not None)

    @cached_property
    def groups(self) -> tuple[VolunteerGroup, ...]:
        """Groups with anybody in them."""
        return tuple(it for it in self.register.groups.values() if it.people_count > 0)

    @cached_property
    def points(self) -> tuple[ServicePoint, ...]:
        """Mobile points of the plan's carriers."""
        found = self.register.points.values()
        return tuple(it for it in found if it.point_kind == "mobile" and it.carrier_code in self.carriers)

    @property
    def days(self) -> tuple[date, ...]:
        """All days of the horizon."""
        return tuple(monday + timedelta(days=day) for monday in self.mondays for day in range(DAYS))

    @property
    def agreed(self) -> tuple[Session, ...]:
        """Sessions within the horizon that do not move: agreed, or held already."""
        return self._with(Status.AGREED, Status.DONE)

    @property
    def proposed(self) -> tuple[Session, ...]:
        """Sessions within the horizon that a plan may move."""
        return self._with(Status.PROPOSED)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Code of a commune -> position."""
        return {code: place for place, code in enumerate(self.communes)}

    @cached_property
    def pairs(self) -> tuple[Whole, Whole, Floats]:
        """(P,) group, commune and road km of every group and commune within its travel."""
        homes = np.array([_place(it.commune_code) for it in self.groups]).reshape(-1, 2)
        there = np.array([_place(code) for code in self.communes]).reshape(-1, 2)
        km = km_between(homes, there) * ROAD_PER_STRAIGHT
        reach = np.array([it.travel_km for it in self.groups])
        group, commune = np.nonzero(km <= reach[:, None])
        return group, commune, np.asarray(km[group, commune])

    def halls_open(self) -> Flags:
        """(H, W * 7): whether a hall is open, agreed sessions not looked at."""
        return _flags(self.halls, self.days)

    def groups_free(self) -> Flags:
        """(G, W * 7): whether a group can go out, agreed sessions not looked at."""
        return _flags(self.groups, self.days)

    def points_open(self) -> Flags:
        """(points, W * 7): whether a mobile point serves."""
        return _flags(self.points, self.days)

    def taken(self, ids: Sequence[str], of: str) -> Flags:
        """(ids, W * 7): which are taken by agreed sessions; `of` is "hall", "group" or "point"."""
        place, day_of = {key: at for at, key in enumerate(ids)}, {day: at for at, day in enumerate(self.days)}
        found = np.zeros((len(ids), len(day_of)), dtype=np.bool_)
        for session in self.agreed:
            keys = {"hall": (session.hall_id,), "group": session.group_ids, "point": session.point_ids}[of]
            for key in keys:
                if key in place:
                    found[place[key], day_of[session.held_on]] = True
        return found

    def _with(self, *statuses: Status) -> tuple[Session, ...]:
        days = set(self.days)
        return tuple(it for it in self.sessions if it.status in statuses and it.held_on in days)


def class_of(hall: Hall) -> int | None:
    """Position of the largest class that the hall has room for; None for one too small to plan with."""
    room = hall.people_per_day_count if hall.people_per_day_count is not None else USUAL_ROOM
    fitting = (place for place, it in enumerate(HALL_CLASSES) if it.people_per_day <= room)
    return next(fitting, None)


def mondays_from(today: date, week_count: int) -> tuple[date, ...]:
    """The Mondays of a horizon: the next one after today, and so on."""
    first = today + timedelta(days=7 - today.weekday())
    return tuple(first + timedelta(weeks=week) for week in range(week_count))


def by_week(daily: Floats | Flags) -> Floats:
    """(..., W * 7) -> (..., W): days counted."""
    weeks = daily.shape[-1] // DAYS  # said, since nothing can be counted where there are no rows
    sums: Floats = np.asarray(daily, dtype=float).reshape(*daily.shape[:-1], weeks, DAYS).sum(axis=-1)
    return sums


def _flags(
    things: Sequence[Hall] | Sequence[VolunteerGroup] | Sequence[ServicePoint], days: Sequence[date]
) -> Flags:
    found = [[thing.is_free(day) for day in days] for thing in things]
    return np.array(found, dtype=np.bool_).reshape(len(things), len(days))


def _place(code: str) -> tuple[float, float]:
    commune = commune_by_code()[code]
    return commune.lon, commune.lat
