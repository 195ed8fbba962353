"""A commune on a day: halls get names, whole groups and points.

A hall that whole groups cannot staff is left out; the others take its people as far as their room, groups and
points allow.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dashboard.support.planner.instance import Flags, Floats, Instance, Whole
from dashboard.support.planner.search import Found


@dataclass(frozen=True)
class Calendar:
    """What is free on the D days of one week, beyond what is already agreed. H halls by their codes."""

    hall_codes: tuple[str, ...]
    hall_commune: Whole  # (H,) position
    hall_class: Whole  # (H,) position
    hall_free: Flags  # (H, D)
    group_free: Flags  # (G, D)
    point_days: Floats  # (K, D) points


@dataclass(frozen=True)
class Proposal:
    """One session to propose: day from 0, one hall, whole groups, points by carrier, people expected."""

    day: int
    commune_code: str
    hall_code: str
    group_codes: tuple[str, ...]
    points: tuple[tuple[str, int], ...]
    people: float


@dataclass(frozen=True)
class Site:
    """A commune on a day; `place` is its position in the province, among the week's communes, and the day."""

    daily: Instance
    found: Found
    calendar: Calendar
    place: tuple[int, int, int]

    def sessions(self, people: float) -> Iterator[Proposal]:
        """Halls with their groups; points go where there is room, people where halls hold them."""
        halls = self._halls()
        staffed, spare = self._staffed(halls)
        if not staffed:
            return
        staffed[0][1].extend(spare)
        room = self._room([hall for hall, _ in staffed])
        points = self._points([hall for hall, _ in staffed])
        means = self._means([group for _, own in staffed for group in own], points)
        expected = min(people, float(room.sum()), means)
        for (hall, groups), share, there in zip(staffed, room / room.sum(), points, strict=True):
            yield Proposal(
                self.place[2],
                self.daily.commune_codes[self.place[1]],
                self.calendar.hall_codes[hall],
                tuple(self.daily.group_codes[group] for group in groups),
                there,
                expected * float(share),
            )

    def _room(self, halls: list[int]) -> Floats:
        """(halls,) people a day that they hold or draw."""
        classes = self.calendar.hall_class[halls]
        room: Floats = self.daily.hall_day_people()[self.place[1], classes]
        return room

    def _means(self, group: list[int], points: list[tuple[tuple[str, int], ...]]) -> float:
        """People that these groups and points can verify in a day."""
        rate = dict(zip(self.daily.carrier_codes, self.daily.points.people_per_day, strict=True))
        groups = self.daily.groups
        by_points = sum(count * float(rate[carrier]) for there in points for carrier, count in there)
        return float(groups.people_per_volunteer * groups.size[group].sum()) + by_points

    def _halls(self) -> list[int]:
        """Named halls of the classes chosen, free that day, those needing most volunteers first."""
        calendar, (commune, place, day) = self.calendar, self.place
        assert self.found.days is not None
        named: list[int] = []
        for kind, count in enumerate(self.found.days.hall_days[place, :, day].astype(int)):
            free = (
                (calendar.hall_commune == commune)
                & (calendar.hall_class == kind)
                & calendar.hall_free[:, day]
            )
            named += np.nonzero(free)[0][:count].tolist()
        return sorted(named, key=lambda hall: -self._needed(hall))

    def _needed(self, hall: int) -> float:
        return float(self.daily.halls.staff_needed[self.calendar.hall_class[hall]])

    def _staffed(self, halls: list[int]) -> tuple[list[tuple[int, list[int]]], list[int]]:
        """Whole groups to halls, the least that is enough; then groups left over."""
        _, place, day = self.place
        assert self.found.days is not None
        groups = self.daily.groups
        there = (groups.pair_commune == place) & (self.found.days.group_days[:, day] > 0)
        free = sorted(groups.pair_group[there].tolist(), key=lambda group: groups.size[group])
        staffed = []
        for hall in halls:
            chosen: list[int] = []
            while free and sum(groups.size[chosen]) < self._needed(hall):
                missing = self._needed(hall) - sum(groups.size[chosen])
                enough = [group for group in free if groups.size[group] >= missing]
                chosen.append(enough[0] if enough else free[-1])
                free.remove(chosen[-1])
            if sum(groups.size[chosen]) >= self._needed(hall):
                staffed.append((hall, chosen))
            else:
                free = sorted(free + chosen, key=lambda group: groups.size[group])
        return staffed, free

    def _points(self, halls: list[int]) -> list[tuple[tuple[str, int], ...]]:
        """Points by hall, within its room, the first halls first."""
        _, place, day = self.place
        assert self.found.days is not None
        left = self.found.days.point_days[:, place, day].astype(int).copy()
        found = []
        for hall in halls:
            room, there = int(self.daily.halls.point_slots[self.calendar.hall_class[hall]]), []
            for carrier in np.argsort(-left):
                sent = min(room, int(left[carrier]))
                if sent:
                    there.append((self.daily.carrier_codes[carrier], sent))
                    left[carrier] -= sent
                    room -= sent
            found.append(tuple(there))
        return found
