"""The constraints of the weekly model, one function each, numbered and named as in docs/planner.md."""

from collections.abc import Callable, Mapping

import numpy as np

from dashboard.support.planner.columns import Columns
from dashboard.support.planner.instance import Instance
from dashboard.support.planner.rows import Rows, Term, numbered, rows_of

INFINITE = float("inf")


def own_points(instance: Instance, at: Columns) -> Rows:
    """(1) People verified are served by volunteers (or open points), or by their own carrier's points."""
    communes, carriers, weeks = at.served.shape
    row = numbered(communes, carriers, weeks)
    rate = np.where(instance.points.verifies_all, 0.0, instance.points.people_per_day)
    terms = [
        Term(row[:, :, None, :], at.verified),
        Term(row, at.served, -1.0),
        Term(row, at.point_days.transpose(1, 0, 2), -rate[None, :, None]),
    ]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def volunteers_serve(instance: Instance, at: Columns) -> Rows:
    """(2) Volunteers and points open to all serve no more than they can in their days."""
    row = numbered(*at.visit.shape)
    groups, points = instance.groups, instance.points
    rate = np.where(points.verifies_all, points.people_per_day, 0.0)
    served_per_day = groups.people_per_volunteer * groups.size[groups.pair_group]
    terms = [
        Term(row[:, None, :], at.served),
        Term(row[groups.pair_commune], at.group_days, -served_per_day[:, None]),
        Term(row[None], at.point_days, -rate[:, None, None]),
    ]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def hall_people(instance: Instance, at: Columns) -> Rows:
    """(3) Halls take in no more people than they hold, and draw no more than their surroundings have."""
    row = numbered(*at.visit.shape)
    terms = [
        Term(row[:, None, None, :], at.verified),
        Term(row[:, None, :], at.hall_days, -instance.hall_day_people()[:, :, None]),
    ]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def hall_staff(instance: Instance, at: Columns) -> Rows:
    """(4) Every hall-day has the volunteers it needs."""
    row = numbered(*at.visit.shape)
    groups = instance.groups
    terms = [
        Term(row[:, None, :], at.hall_days, instance.halls.staff_needed[None, :, None]),
        Term(row[groups.pair_commune], at.group_days, -groups.size[groups.pair_group][:, None]),
    ]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def hall_slots(instance: Instance, at: Columns) -> Rows:
    """(5) Points stand in halls that have room for them."""
    row = numbered(*at.visit.shape)
    terms = [
        Term(row[None], at.point_days),
        Term(row[:, None, :], at.hall_days, -instance.halls.point_slots[None, :, None]),
    ]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def carrier_points(instance: Instance, at: Columns) -> Rows:
    """(6) A carrier gives no more point-days a week than it has."""
    free = instance.points.free_days
    row = numbered(*free.shape)
    return rows_of([Term(row[:, None, :], at.point_days)], (-INFINITE, free), (row.size, at.count))


def group_free_days(instance: Instance, at: Columns) -> Rows:
    """(7) A group works no more days a week than it has free."""
    free = instance.groups.free_days
    row = numbered(*free.shape)
    terms = [Term(row[instance.groups.pair_group], at.group_days)]
    return rows_of(terms, (-INFINITE, free), (row.size, at.count))


def halls_only_on_visits(instance: Instance, at: Columns) -> Rows:
    """(8a) Hall-days only where the commune is visited that week."""
    row = numbered(*at.hall_days.shape)
    terms = [Term(row, at.hall_days), Term(row, at.visit[:, None, :], -instance.halls.free_days)]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def groups_only_on_visits(instance: Instance, at: Columns) -> Rows:
    """(8b) Group-days only where the commune is visited that week, all groups of a commune in one row.

    A row for each group tightens the bound by 0.1 % and costs a third of the time.
    """
    row = numbered(*at.visit.shape)
    groups = instance.groups
    most = np.zeros(at.visit.shape)
    np.add.at(most, groups.pair_commune, groups.free_days[groups.pair_group])
    terms = [Term(row[groups.pair_commune], at.group_days), Term(row, at.visit, -most)]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def communes_per_week(instance: Instance, at: Columns) -> Rows:
    """(9) No more communes a week than policy allows."""
    weeks = instance.week_count
    terms = [Term(np.arange(weeks)[None, :], at.visit)]
    return rows_of(terms, (-INFINITE, instance.policy.communes_per_week), (weeks, at.count))


def visited_once(instance: Instance, at: Columns) -> Rows:
    """(10) Every commune is visited once in the horizon, or counted as missed."""
    communes = len(instance.commune_codes)
    row = numbered(communes)
    return rows_of(
        [Term(row[:, None], at.visit), Term(row, at.missed)], (1.0, INFINITE), (communes, at.count)
    )


def floor(instance: Instance, at: Columns) -> Rows:
    """(11) Every commune gets its floor, or is counted as short of it."""
    communes = len(instance.commune_codes)
    row = numbered(communes)
    least = instance.policy.floor_share * instance.demand.unverified.sum(axis=(1, 2))
    terms = [Term(row[:, None, None, None], at.verified), Term(row, at.below_floor)]
    return rows_of(terms, (least, INFINITE), (communes, at.count))


def people_left(instance: Instance, at: Columns) -> Rows:
    """(12) Nobody is counted twice, nor who verifies without help before the visit."""
    row = numbered(*instance.demand.unverified.shape)
    terms = [Term(row[..., None], at.verified, 1.0 / instance.remaining()[None, None])]
    return rows_of(terms, (-INFINITE, instance.demand.unverified), (row.size, at.count))


def turnout(instance: Instance, at: Columns) -> Rows:
    """(13) In a week come no more of a class than turn out, and only where there is a visit.

    A row per commune, class and week, carriers together; a carrier's own limit is the variable's bound. Per
    class, not all classes together: a third of a visit must not bring all of the urgent people. This is what
    brings the bound from 1.70 to 1.46 million on the reference instance.
    """
    communes, _, classes, weeks = at.verified.shape
    row = numbered(communes, classes, weeks)
    coming = instance.turnout_people().sum(axis=1)
    terms = [Term(row[:, None], at.verified), Term(row, at.visit[:, None, :], -coming)]
    return rows_of(terms, (-INFINITE, 0.0), (row.size, at.count))


def catch_up(instance: Instance, at: Columns) -> Rows:
    """(14) Catching up counts people verified (its upper bound is what the commune lacks to the target)."""
    communes = len(instance.commune_codes)
    row = numbered(communes)
    terms = [Term(row, at.catch_up), Term(row[:, None, None, None], at.verified, -1.0)]
    return rows_of(terms, (-INFINITE, 0.0), (communes, at.count))


def phone_share(instance: Instance, at: Columns) -> Rows:
    """(15) Volunteers serve only people whose phone can do it."""
    demand = instance.demand
    able = demand.phone_share[:, None] * demand.unverified.sum(axis=2)
    row = numbered(*able.shape)
    return rows_of([Term(row[..., None], at.served)], (-INFINITE, able), (row.size, at.count))


def visits_wished(instance: Instance, at: Columns) -> Rows:
    """(16) A commune is visited in at least and at most so many weeks as people decided."""
    communes = len(instance.commune_codes)
    row = numbered(communes)
    bounds = (instance.fixed.least_visits, instance.fixed.most_visits)
    return rows_of([Term(row[:, None], at.visit)], bounds, (communes, at.count))


def changed_days(instance: Instance, at: Columns) -> Rows:
    """(17) Group-days other than published are counted: d >= x - x' and d >= x' - x."""
    if instance.fixed.published is None:
        return rows_of([Term(numbered(0), numbered(0))], (0.0, 0.0), (0, at.count))
    published = instance.fixed.published.group_days
    above = numbered(*published.shape)
    below = above + above.size
    terms = [
        Term(above, at.changed),
        Term(above, at.group_days, -1.0),
        Term(below, at.changed),
        Term(below, at.group_days),
    ]
    lower = np.concatenate([-published.ravel(), published.ravel()])
    return rows_of(terms, (lower, INFINITE), (2 * above.size, at.count))


CONSTRAINTS: Mapping[str, Callable[[Instance, Columns], Rows]] = {
    "1": own_points,
    "2": volunteers_serve,
    "3": hall_people,
    "4": hall_staff,
    "5": hall_slots,
    "6": carrier_points,
    "7": group_free_days,
    "8a": halls_only_on_visits,
    "8b": groups_only_on_visits,
    "9": communes_per_week,
    "10": visited_once,
    "11": floor,
    "12": people_left,
    "13": turnout,
    "14": catch_up,
    "15": phone_share,
    "16": visits_wished,
    "17": changed_days,
}
