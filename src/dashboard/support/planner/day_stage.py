"""From a week of the plan to dated sessions: the weekly model once more, with days for weeks.

Only communes of that week's plan; the people who come in the week are spread over its days. Then halls get
names and whole groups (`sites.py`).
"""

from dataclasses import dataclass, replace

import numpy as np

from dashboard.support.planner.columns import columns_of
from dashboard.support.planner.instance import Demand, Floats, Instance, Whole, nothing_fixed
from dashboard.support.planner.search import Found, search
from dashboard.support.planner.sites import Calendar, Proposal, Site


@dataclass(frozen=True)
class Dated:
    """Sessions of a week, how far they are proved, and where halls could not be staffed by whole groups."""

    proposals: tuple[Proposal, ...]
    found: Found
    unstaffed: tuple[tuple[str, int, int], ...]  # commune, day, hall-days left out


def dated(instance: Instance, visited: tuple[Floats, int], calendar: Calendar, seconds: float) -> Dated:
    """Sessions for one week of a plan: `visited` are its visits (C, W) and the week, from 0."""
    visits, week = visited
    chosen = np.nonzero(visits[:, week] > 0)[0]
    daily = day_instance(instance, chosen, week, calendar)
    steps = list(search(daily, seconds))
    named = [_named(daily, chosen, calendar, step) for step in (steps[0], steps[-1])]
    return max(named, key=lambda each: sum(proposal.people for proposal in each.proposals))


def _named(daily: Instance, chosen: Whole, calendar: Calendar, found: Found) -> Dated:
    """A step of the search with names. Greedy staffs hall by hall, so it loses least to whole groups."""
    if found.days is None or found.values is None:
        return Dated((), found, ())
    people = found.values[columns_of(daily).verified].sum(axis=(1, 2))
    proposals: list[Proposal] = []
    unstaffed: list[tuple[str, int, int]] = []
    for place, day in np.argwhere(found.days.hall_days.sum(axis=1) > 0).tolist():
        site = Site(daily, found, calendar, (int(chosen[place]), place, day))
        made = list(site.sessions(float(people[place, day])))
        proposals += made
        left_out = int(found.days.hall_days[place, :, day].sum()) - len(made)
        if left_out:
            unstaffed.append((daily.commune_codes[place], day, left_out))
    return Dated(tuple(proposals), found, tuple(unstaffed))


def day_instance(instance: Instance, chosen: Whole, week: int, calendar: Calendar) -> Instance:
    """The week as a question of its own: those who come that week, on its days, nobody lost in between."""
    day_count = calendar.hall_free.shape[1]
    groups, points = instance.groups, instance.points
    demand = _demand(instance, chosen, (week, day_count))
    kept = np.isin(groups.pair_commune, chosen)
    position = np.full(len(instance.commune_codes), -1)
    position[chosen] = np.arange(len(chosen))
    free = np.zeros((len(chosen), len(instance.halls.reach), day_count))
    here = position[calendar.hall_commune] >= 0
    hall = position[calendar.hall_commune[here]], calendar.hall_class[here]
    np.add.at(free, hall, calendar.hall_free[here])
    shape = len(points.people_per_day), free.shape[1], day_count
    return replace(
        instance,
        commune_codes=tuple(instance.commune_codes[c] for c in chosen),
        demand=demand,
        halls=replace(instance.halls, free_days=free, reach=_reach(instance, demand.unverified, chosen)),
        groups=replace(
            groups,
            free_days=calendar.group_free.astype(float),
            pair_group=groups.pair_group[kept],
            pair_commune=position[groups.pair_commune[kept]],
            pair_km=groups.pair_km[kept],
        ),
        points=replace(points, free_days=calendar.point_days),
        policy=replace(
            instance.policy, communes_per_week=np.full(day_count, float(len(chosen))), floor_share=0.0
        ),
        fixed=nothing_fixed(len(chosen), int(kept.sum()), shape),
    )


def _demand(instance: Instance, chosen: Whole, span: tuple[int, int]) -> Demand:
    """Those who come in the week, whichever day; `span` is the week and its days."""
    (week, day_count), demand = span, instance.demand
    return replace(
        demand,
        unverified=instance.turnout_people()[chosen, :, :, week],
        subscriber_count=demand.subscriber_count[chosen],
        verified_count=demand.verified_count[chosen],
        weight=np.repeat(demand.weight[:, week][:, None], day_count, axis=1),
        turnout=np.ones_like(demand.turnout),
        hazard=np.zeros_like(demand.hazard),
        phone_share=demand.phone_share[chosen],
    )


def _reach(instance: Instance, coming: Floats, chosen: Whole) -> Floats:
    """A hall-day draws a share of all people left; of those who come in the week that is so much more."""
    left = instance.demand.unverified[chosen].sum()
    grown: Floats = instance.halls.reach * (left / max(1.0, float(coming.sum())))
    return grown
