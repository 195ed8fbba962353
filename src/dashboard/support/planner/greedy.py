"""The first plan: hall-day after hall-day, always the one that brings most. Valid and quick.

Lazy greedy: what a hall-day brings only falls as days and people are used up, so the best of an old list
that is still best when looked at again is taken.
"""

import heapq
from dataclasses import dataclass, field

import numpy as np

from dashboard.support.planner.instance import Floats, Instance

WHOLE_DAY = 1.0


@dataclass(frozen=True)
class Days:
    """Whole days of a plan: what people are told. Shapes as in instance.py."""

    visits: Floats  # (C, W)
    hall_days: Floats  # (C, T, W)
    group_days: Floats  # (P, W)
    point_days: Floats  # (K, C, W)


@dataclass(frozen=True)
class Offer:
    """One hall-day in a commune and week, with who works there."""

    commune: int
    week: int
    hall: int
    pairs: tuple[int, ...]
    carriers: tuple[int, ...]
    people: Floats  # (K, S) expected
    gain: float


@dataclass
class Left:
    """What is still free; falls as offers are taken."""

    instance: Instance
    hall_days: Floats
    group_days: Floats  # (G, W)
    point_days: Floats  # (K, W)
    visits: Floats  # (W,)
    people: Floats  # (C, K, S), as of the first week
    coming: Floats  # (C, K, S, W)
    on_phone: Floats  # (C, K)
    pairs_of: list[np.ndarray] = field(default_factory=list)  # per commune, nearest first

    @classmethod
    def all_of(cls, instance: Instance) -> "Left":
        """Everything still free."""
        demand, groups = instance.demand, instance.groups
        order = np.argsort(groups.pair_km, kind="stable")
        by_commune = [order[groups.pair_commune[order] == c] for c in range(len(instance.commune_codes))]
        return cls(
            instance,
            instance.halls.free_days.copy(),
            groups.free_days.copy(),
            instance.points.free_days.copy(),
            instance.policy.communes_per_week.copy(),
            demand.unverified.copy(),
            instance.turnout_people(),
            demand.phone_share[:, None] * demand.unverified.sum(axis=2),
            by_commune,
        )


def greedy_plan(instance: Instance) -> Days:
    """A valid plan: what is agreed and pinned first, every commune once, then what brings most."""
    left, days = Left.all_of(instance), _empty(instance)
    _take_fixed(left, days)
    _cover(left, days)
    _fill(left, days)
    return days


def _empty(instance: Instance) -> Days:
    fixed = instance.fixed
    return Days(
        fixed.visit_lower.copy(),
        fixed.agreed_hall_days.copy(),
        fixed.agreed_group_days.copy(),
        fixed.agreed_point_days.copy(),
    )


def _take_fixed(left: Left, days: Days) -> None:
    """Agreed days are used up; agreed and pinned visits count against the weekly cap."""
    groups = left.instance.groups
    agreed = days.hall_days.sum(axis=1) > 0
    np.maximum(days.visits, agreed, out=days.visits)
    left.visits -= days.visits.sum(axis=0)
    left.hall_days -= days.hall_days
    np.add.at(left.group_days, groups.pair_group, -days.group_days)
    left.point_days -= days.point_days.sum(axis=1)


def _cover(left: Left, days: Days) -> None:
    """Communes that must or should be visited, the one with the fewest possible weeks first."""
    fixed = left.instance.fixed
    possible = left.instance.visit_upper()
    wanted = np.minimum(np.maximum(fixed.least_visits, 1.0), fixed.most_visits)
    for commune in np.lexsort((possible.sum(axis=1), -fixed.least_visits)):
        while days.visits[commune].sum() < wanted[commune]:
            weeks = [w for w in range(left.instance.week_count) if _may_open(left, days, (int(commune), w))]
            offers = [offer for w in weeks if (offer := _offer(left, int(commune), w))]
            if not offers:
                break
            _take(left, days, max(offers, key=lambda offer: offer.gain))


def _fill(left: Left, days: Days) -> None:
    heap = [(-np.inf, c, w) for c, w in np.argwhere(left.instance.visit_upper() > 0).tolist()]
    while heap:
        _, commune, week = heapq.heappop(heap)
        if not days.visits[commune, week] and not _may_open(left, days, (commune, week)):
            continue
        offer = _offer(left, commune, week)
        if offer is None:
            continue
        opening = 0.0 if days.visits[commune, week] else left.instance.policy.prices.per_visit
        gain = offer.gain - opening
        if gain <= 0:
            continue
        if heap and -heap[0][0] > gain:
            heapq.heappush(heap, (-gain, commune, week))
            continue
        _take(left, days, offer)
        heapq.heappush(heap, (-gain, commune, week))


def _may_open(left: Left, days: Days, place: tuple[int, int]) -> bool:
    commune, week = place
    within = days.visits[commune].sum() < left.instance.fixed.most_visits[commune]
    is_possible = left.instance.visit_upper()[commune, week] > 0
    return bool(not days.visits[place] and is_possible and within and left.visits[week] >= 1)


def _offer(left: Left, commune: int, week: int) -> Offer | None:
    """The best hall-day here this week that can be staffed, over the hall classes."""
    free = np.nonzero(left.hall_days[commune, :, week] >= WHOLE_DAY)[0]
    offers = (_staffed(left, (commune, int(hall), week)) for hall in free)
    return max((offer for offer in offers if offer), key=lambda offer: offer.gain, default=None)


def _staffed(left: Left, place: tuple[int, int, int]) -> Offer | None:
    commune, hall, week = place
    instance = left.instance
    pairs = _nearest(left, (commune, week), float(instance.halls.staff_needed[hall]))
    if pairs is None:
        return None
    carriers = _points(left, place)
    people = _people(left, place, (pairs, carriers))
    prices, groups = instance.policy.prices, instance.groups
    cost = prices.per_km * float(groups.pair_km[list(pairs)].sum()) + prices.per_point_day * len(carriers)
    worth = instance.demand.weight[:, week] + prices.catch_up
    return Offer(commune, week, hall, pairs, carriers, people, float((people * worth).sum()) - cost)


def _nearest(left: Left, place: tuple[int, int], needed: float) -> tuple[int, ...] | None:
    """The nearest free groups that are enough for the hall; nothing when they are not."""
    groups, (commune, week) = left.instance.groups, place
    chosen: list[int] = []
    for pair in left.pairs_of[commune]:
        if needed <= 0:
            break
        if left.group_days[groups.pair_group[pair], week] >= WHOLE_DAY:
            chosen.append(int(pair))
            needed -= groups.size[groups.pair_group[pair]]
    return tuple(chosen) if needed <= 0 else None


def _points(left: Left, place: tuple[int, int, int]) -> tuple[int, ...]:
    """Carriers that send a point: those with most urgent people here, as many as the hall has room for."""
    commune, hall, week = place
    coming = np.minimum(left.coming[commune, :, :, week], left.people[commune])
    urgent = (coming * left.instance.demand.weight[:, week]).sum(axis=1)
    urgent[left.point_days[:, week] < WHOLE_DAY] = 0
    room = int(left.instance.halls.point_slots[hall])
    return tuple(int(k) for k in np.argsort(-urgent)[:room] if urgent[k] > 0)


def _people(
    left: Left, place: tuple[int, int, int], staff: tuple[tuple[int, ...], tuple[int, ...]]
) -> Floats:
    """(K, S): who is verified, the most urgent first, within hall, volunteers, points, phones and turnout."""
    commune, hall, week = place
    instance, (pairs, carriers) = left.instance, staff
    groups, points = instance.groups, instance.points
    room = instance.hall_day_people()[commune, hall]
    by_volunteers = groups.people_per_volunteer * groups.size[groups.pair_group[list(pairs)]].sum()
    open_points = [k for k in carriers if points.verifies_all[k]]
    by_volunteers += points.people_per_day[open_points].sum()
    own = np.zeros(len(points.people_per_day))
    closed = [k for k in carriers if not points.verifies_all[k]]
    own[closed] = points.people_per_day[closed]
    phone = left.on_phone[commune].copy()
    found = np.zeros(left.people.shape[1:])
    coming = np.minimum(
        left.coming[commune, :, :, week], left.people[commune] * instance.remaining()[:, week]
    )
    for urgency in np.argsort(-instance.demand.weight[:, week], kind="stable"):
        for carrier in range(len(own)):
            served = min(coming[carrier, urgency], room, own[carrier] + min(phone[carrier], by_volunteers))
            at_point = min(served, own[carrier])
            own[carrier] -= at_point
            phone[carrier] -= served - at_point
            by_volunteers -= served - at_point
            room -= served
            found[carrier, urgency] = served
    return found


def _take(left: Left, days: Days, offer: Offer) -> None:
    """Use up what an offer takes."""
    commune, week, hall = offer.commune, offer.week, offer.hall
    groups = left.instance.groups
    if not days.visits[commune, week]:
        days.visits[commune, week] = 1
        left.visits[week] -= 1
    days.hall_days[commune, hall, week] += 1
    left.hall_days[commune, hall, week] -= 1
    pairs, carriers = list(offer.pairs), list(offer.carriers)
    days.group_days[pairs, week] += 1
    left.group_days[groups.pair_group[pairs], week] -= 1
    days.point_days[carriers, commune, week] += 1
    left.point_days[carriers, week] -= 1
    left.coming[commune, :, :, week] -= offer.people
    left.people[commune] -= offer.people / left.instance.remaining()[:, week]
    np.maximum(left.people, 0, out=left.people)
