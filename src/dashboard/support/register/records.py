"""Halls, groups, points and difficulties as they are known. Field names are those of the column dictionary.

Weekdays are ISO numbers, 1 Monday to 7 Sunday. `lon` and `lat` (EPSG:4326) are both there or neither. Names
and telephone numbers of people are kept apart (contacts.py), so that they can be removed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, TypeAlias

from dashboard.reference.communes import Commune, communes

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)


@dataclass(frozen=True)
class Hall:
    """A hall; `people_per_day_count` None where nobody has said, `closed_on` single days it is not free."""

    subject: ClassVar[str] = "hall"

    entry_id: str
    commune_code: str
    hall_name: str
    hall_kind: str = "village"
    address: str = ""
    lon: float | None = None
    lat: float | None = None
    people_per_day_count: int | None = None
    station_count: int | None = None
    has_power: bool | None = None
    has_network: bool | None = None
    free_weekdays: tuple[int, ...] = EVERY_DAY
    closed_on: tuple[date, ...] = ()
    note: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.hall_name

    def is_free(self, day: date) -> bool:
        """Whether it can be used on a day."""
        return day.isoweekday() in self.free_weekdays and day not in self.closed_on


@dataclass(frozen=True)
class VolunteerGroup:
    """A group of volunteers; `commune_code` is its home, `travel_km` by road one way."""

    subject: ClassVar[str] = "volunteer_group"

    entry_id: str
    commune_code: str
    group_name: str
    organisation: str = "other"
    people_count: int = 0
    travel_km: float = 0.0
    free_weekdays: tuple[int, ...] = (6, 7)
    closed_on: tuple[date, ...] = ()
    note: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.group_name

    def is_free(self, day: date) -> bool:
        """Whether it can go out on a day."""
        return day.isoweekday() in self.free_weekdays and day not in self.closed_on


@dataclass(frozen=True)
class ServicePoint:
    """A carrier's service point; of a mobile one `commune_code` is where it stands at first."""

    subject: ClassVar[str] = "service_point"

    entry_id: str
    carrier_code: str
    point_kind: str
    commune_code: str
    address: str = ""
    lon: float | None = None
    lat: float | None = None
    opening_hours: str = ""
    from_on: date | None = None
    to_on: date | None = None
    free_weekdays: tuple[int, ...] = EVERY_DAY
    people_per_day_count: int | None = None
    serves_other_carriers: bool | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.address

    def is_free(self, day: date) -> bool:
        """Whether it serves on a day."""
        begun = self.from_on is None or self.from_on <= day
        over = self.to_on is not None and self.to_on < day
        return begun and not over and day.isoweekday() in self.free_weekdays


@dataclass(frozen=True)
class Difficulty:
    """What a commune or carrier reports as standing in the way; `noted_on` is the day it was."""

    subject: ClassVar[str] = "difficulty"

    entry_id: str
    difficulty_text: str
    communes_affected: tuple[str, ...] = ()
    carriers_affected: tuple[str, ...] = ()
    difficulty_category: str = "other"
    difficulty_status: str = "open"
    noted_on: date | None = None
    answer: str = ""
    answered_by: str = ""
    answered_on: date | None = None

    @property
    def name(self) -> str:
        """What it is about."""
        return self.difficulty_text


Entry: TypeAlias = Hall | VolunteerGroup | ServicePoint | Difficulty


@dataclass(frozen=True)
class Register:
    """All that is known, each by its id, in the order of the ids."""

    halls: Mapping[str, Hall] = field(default_factory=dict)
    groups: Mapping[str, VolunteerGroup] = field(default_factory=dict)
    points: Mapping[str, ServicePoint] = field(default_factory=dict)
    difficulties: Mapping[str, Difficulty] = field(default_factory=dict)

    def halls_in(self, commune_code: str) -> tuple[Hall, ...]:
        """The halls of a commune."""
        return tuple(hall for hall in self.halls.values() if hall.commune_code == commune_code)


def communes_without_hall(halls: Iterable[Hall]) -> tuple[Commune, ...]:
    """Communes with no hall on record: they still count, and are asked for one by name."""
    known = {hall.commune_code for hall in halls}
    return tuple(commune for commune in communes() if commune.code not in known)
