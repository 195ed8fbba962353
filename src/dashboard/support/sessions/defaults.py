"""A session to begin with: the first day on which a good hall and a near group are free, so that one press
on "save" is enough. People change what they know better."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.support.register.records import Hall, ServicePoint, VolunteerGroup
from dashboard.support.sessions.clashes import DAYS_LOOKED_AHEAD, Setting, people_of
from dashboard.support.sessions.distance import road_km
from dashboard.support.sessions.keeping import new_session_id
from dashboard.support.sessions.record import Session

DAYS_TO_INVITE = 3  # a commune's loudspeakers and messages need so long to reach people
USUAL_ROOM = 80  # people a day of a hall about which nobody has said, a small cultural house's
POINT_KM = 15.0  # how far a carrier's mobile point is asked to move


@dataclass(frozen=True)
class Wish:
    """Which commune, as seen on which day, and how many people of it would come if invited once."""

    commune_code: str
    today: date
    coming_count: int


def default_session(wish: Wish, setting: Setting, known_ids: tuple[str, ...] = ()) -> Session:
    """The session as the register allows it; without hall or group where there is none."""
    day, hall, groups = _when(wish, setting)
    room = (hall.people_per_day_count or USUAL_ROOM) if hall else USUAL_ROOM
    points = _points(wish.commune_code, day, setting)
    served = people_of([group.entry_id for group in groups], setting.register) * setting.people_per_volunteer
    served += sum(point.people_per_day_count or 0 for point in points)
    return Session(
        new_session_id(wish.commune_code, day, known_ids),
        wish.commune_code,
        day,
        hall.entry_id if hall else "",
        group_ids=tuple(group.entry_id for group in groups),
        point_ids=tuple(point.entry_id for point in points),
        expected_count=math.floor(min(room, wish.coming_count, served or room)),
    )


def _when(wish: Wish, setting: Setting) -> tuple[date, Hall | None, tuple[VolunteerGroup, ...]]:
    """The first day with both; else the first with a hall; else the first to invite for."""
    days = [wish.today + timedelta(days=ahead) for ahead in range(DAYS_TO_INVITE, DAYS_LOOKED_AHEAD + 1)]
    with_hall = [(day, hall) for day in days if (hall := _best_hall(wish.commune_code, day, setting))]
    for day, hall in with_hall:
        if groups := tuple(_enough(wish, hall, day, setting)):
            return day, hall, groups
    return (*with_hall[0], ()) if with_hall else (days[0], None, ())


def _best_hall(commune_code: str, day: date, setting: Setting) -> Hall | None:
    """With a network before without, then the largest."""
    free = [hall for hall in setting.register.halls_in(commune_code) if setting.is_hall_free(hall, day)]
    key = lambda hall: (hall.has_network is not False, hall.people_per_day_count or USUAL_ROOM)  # noqa: E731
    return max(free, key=key, default=None)


def _enough(wish: Wish, hall: Hall, day: date, setting: Setting) -> Iterator[VolunteerGroup]:
    """The nearest groups until everybody expected is guided."""
    left = float(min(wish.coming_count, hall.people_per_day_count or USUAL_ROOM))
    for group in setting.groups_near(wish.commune_code, day):
        if left <= 0:
            return
        left -= group.people_count * setting.people_per_volunteer
        yield group


def _points(commune_code: str, day: date, setting: Setting) -> list[ServicePoint]:
    """One mobile point of each carrier, the nearest that is free."""
    taken = {key for other in setting.others if other.held_on == day for key in other.point_ids}
    near: dict[str, ServicePoint] = {}
    for point in setting.register.points.values():
        is_able = point.point_kind == "mobile" and point.is_free(day) and point.entry_id not in taken
        if not is_able or road_km(point.commune_code, commune_code) > POINT_KM:
            continue
        best = near.get(point.carrier_code)
        if best is None or road_km(point.commune_code, commune_code) < road_km(
            best.commune_code, commune_code
        ):
            near[point.carrier_code] = point
    return list(near.values())
