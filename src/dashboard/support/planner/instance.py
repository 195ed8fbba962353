"""What a plan is made from: people to verify, halls, groups and points by week, and what people decided.

Shapes: C communes, K carriers, S urgency classes, T hall classes, G groups, P pairs of a group and a commune
within its travel, W weeks. All counts are of people or of days. docs/planner.md names every symbol.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Demand:
    """Who is still to be verified."""

    unverified: Floats  # (C, K, S) people
    subscriber_count: Floats  # (C,)
    verified_count: Floats  # (C,)
    weight: Floats  # (S, W) what one verified person counts
    turnout: Floats  # (S,) share of a class that comes in one week when invited
    hazard: Floats  # (S,) weekly share that verifies without help
    phone_share: Floats  # (C,) share that can be served on a phone by volunteers


@dataclass(frozen=True)
class Halls:
    """Hall classes, and the days halls of a class are free in a commune."""

    people_per_day: Floats  # (T,)
    reach: Floats  # (T,) share of a commune's unverified people that one hall-day can draw
    staff_needed: Floats  # (T,) volunteers a hall-day needs
    point_slots: Floats  # (T,) carriers' points a hall-day can hold
    free_days: Floats  # (C, T, W)


@dataclass(frozen=True)
class Groups:
    """Volunteer groups and the communes they reach."""

    size: Floats  # (G,)
    free_days: Floats  # (G, W)
    pair_group: Whole  # (P,)
    pair_commune: Whole  # (P,)
    pair_km: Floats  # (P,) by road, one way
    people_per_volunteer: float  # verified by one volunteer in one day


@dataclass(frozen=True)
class Points:
    """Carriers' service points."""

    free_days: Floats  # (K, W) point-days
    people_per_day: Floats  # (K,) of one point
    verifies_all: Flags  # (K,) whether it verifies other carriers' customers too


@dataclass(frozen=True)
class Prices:
    """What counts beside people, in weighted people. data/planning.toml says why each is what it is."""

    catch_up: float = 0.5  # a person verified in a commune below the target
    per_km: float = 0.3  # a group travelling one km for a day
    per_visit: float = 20.0  # opening a commune for a week
    per_point_day: float = 1.0
    below_floor: float = 2.0  # a person short of the floor
    missed: float = 5000.0  # a commune without any visit in the horizon
    changed_visit: float = 0.0  # a commune-week other than published
    changed_day: float = 0.0  # a group-day other than published


@dataclass(frozen=True)
class Policy:
    """Limits that officials own."""

    communes_per_week: Floats  # (W,)
    floor_share: float  # of a commune's unverified people
    target_share: float  # verification rate below which catching up counts
    prices: Prices = Prices()


class Published(NamedTuple):
    """The whole days of the plan that stands: what a new one should change little."""

    visits: Floats  # (C, W)
    hall_days: Floats  # (C, T, W)
    group_days: Floats  # (P, W)
    point_days: Floats  # (K, C, W)


@dataclass(frozen=True)
class Fixed:
    """What people fixed: bounds of visits, days already agreed, and the published plan."""

    visit_lower: Floats  # (C, W) 1 pins
    visit_upper: Floats  # (C, W) 0 forbids
    least_visits: Floats  # (C,) weeks with a visit in the horizon
    most_visits: Floats  # (C,)
    agreed_hall_days: Floats  # (C, T, W)
    agreed_group_days: Floats  # (P, W)
    agreed_point_days: Floats  # (K, C, W)
    published: Published | None = None


@dataclass(frozen=True)
class Instance:
    """One planning question, complete."""

    commune_codes: tuple[str, ...]
    carrier_codes: tuple[str, ...]
    group_codes: tuple[str, ...]
    demand: Demand
    halls: Halls
    groups: Groups
    points: Points
    policy: Policy
    fixed: Fixed

    @property
    def week_count(self) -> int:
        """Weeks of the horizon."""
        return len(self.policy.communes_per_week)

    def remaining(self) -> Floats:
        """(S, W): share of a class that has not verified by itself when week w begins."""
        weeks = np.arange(self.week_count)
        kept: Floats = np.power(1.0 - self.demand.hazard[:, None], weeks[None, :])
        return kept

    def hall_day_people(self) -> Floats:
        """(C, T): people one hall-day can take in or draw, whichever is less."""
        drawn = self.demand.unverified.sum(axis=(1, 2))[:, None] * self.halls.reach[None, :]
        people: Floats = np.minimum(self.halls.people_per_day[None, :], drawn)
        return people

    def turnout_people(self) -> Floats:
        """(C, K, S, W): people who can come in one week."""
        coming = self.demand.turnout[:, None] * self.remaining()
        people: Floats = self.demand.unverified[..., None] * coming[None, None]
        return people

    def visit_upper(self) -> Floats:
        """(C, W): 1 where a visit is possible: not forbidden, and a hall is free."""
        has_hall = self.halls.free_days.sum(axis=1) > 0
        upper: Floats = np.where(has_hall, self.fixed.visit_upper, 0.0)
        return upper


def nothing_fixed(commune_count: int, pair_count: int, shape: tuple[int, int, int]) -> Fixed:
    """No wish and nothing agreed; `shape` is (carriers, hall classes, weeks)."""
    carrier_count, class_count, week_count = shape
    return Fixed(
        visit_lower=np.zeros((commune_count, week_count)),
        visit_upper=np.ones((commune_count, week_count)),
        least_visits=np.zeros(commune_count),
        most_visits=np.full(commune_count, float(week_count)),
        agreed_hall_days=np.zeros((commune_count, class_count, week_count)),
        agreed_group_days=np.zeros((pair_count, week_count)),
        agreed_point_days=np.zeros((carrier_count, commune_count, week_count)),
    )
