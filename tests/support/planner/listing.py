"""The best plan by listing every plan of a small question. Shares nothing with the model but the question.

One carrier, hall class and hall-day a week, so that whole days are noughts and ones.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np
from scipy.optimize import linprog

from dashboard.support.planner.greedy import Days
from dashboard.support.planner.instance import Instance


def best_value(instance: Instance) -> float:
    """The most that any plan is worth, in weighted people; minus infinity when there is none."""
    return max((value_of(instance, days) for days in every_plan(instance)), default=-np.inf)


def every_plan(instance: Instance) -> Iterator[Days]:
    """All plans that keep the rules of halls, groups, points, cap and wishes."""
    communes, weeks = instance.fixed.visit_upper.shape
    pairs = len(instance.groups.pair_group)
    by_week = [list(_week_plans(instance, week)) for week in range(weeks)]
    for chosen in product(*by_week):
        visits, halls, groups, points = (np.array(part, float).T for part in zip(*chosen, strict=True))
        total = visits.sum(axis=1)
        wished = (total >= instance.fixed.least_visits) & (total <= instance.fixed.most_visits)
        if wished.all():
            yield Days(
                visits,
                halls.reshape(communes, 1, weeks),
                groups.reshape(pairs, weeks),
                points.reshape(1, communes, weeks),
            )


def _week_plans(instance: Instance, week: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    communes, pairs = len(instance.commune_codes), len(instance.groups.pair_group)
    for visits in product((0, 1), repeat=communes):
        for halls in product((0, 1), repeat=communes):
            for groups in product((0, 1), repeat=pairs):
                for points in product((0, 1), repeat=communes):
                    if _is_allowed(instance, week, (visits, halls, groups, points)):
                        yield visits, halls, groups, points


def _is_allowed(instance: Instance, week: int, plan: tuple[tuple[int, ...], ...]) -> bool:
    visits, halls, groups, points = plan
    pair_group, pair_commune = instance.groups.pair_group, instance.groups.pair_commune
    if sum(visits) > instance.policy.communes_per_week[week] or sum(points) > 1:
        return False
    for commune, visit in enumerate(visits):
        fixed = instance.fixed
        if not fixed.visit_lower[commune, week] <= visit <= fixed.visit_upper[commune, week]:
            return False
        there = [p for p in range(len(groups)) if groups[p] and pair_commune[p] == commune]
        staff = sum(instance.groups.size[pair_group[p]] for p in there)
        if not visit and (halls[commune] or there or points[commune]):
            return False
        if (halls[commune] and staff < instance.halls.staff_needed[0]) or points[commune] > halls[commune]:
            return False
    worked = [pair_group[p] for p in range(len(groups)) if groups[p]]
    return len(worked) == len(set(worked))


def value_of(instance: Instance, days: Days) -> float:
    """What given whole days are worth with people spread as well as can be, commune by commune."""
    prices, total = instance.policy.prices, 0.0
    total -= prices.per_visit * days.visits.sum() + prices.per_point_day * days.point_days.sum()
    total -= prices.per_km * float((days.group_days * instance.groups.pair_km[:, None]).sum())
    total -= prices.missed * float((days.visits.sum(axis=1) == 0).sum())
    return total + sum(
        _people_value(instance, days, commune) for commune in range(len(instance.commune_codes))
    )


def _people_value(instance: Instance, days: Days, commune: int) -> float:
    """Variables: people by class and week, then caught up, then short of the floor; one open carrier."""
    demand, policy = instance.demand, instance.policy
    classes, weeks = demand.weight.shape
    people = demand.unverified[commune, 0]
    size = classes * weeks
    cost = np.concatenate([-demand.weight.ravel(), [-policy.prices.catch_up, policy.prices.below_floor]])
    rows, limits, most = [], [], []
    for week in range(weeks):
        row = np.zeros(size + 2)
        row[[s * weeks + week for s in range(classes)]] = 1
        groups = instance.groups
        there = [p for p in range(len(groups.pair_group)) if groups.pair_commune[p] == commune]
        staff = sum(groups.size[groups.pair_group[p]] * days.group_days[p, week] for p in there)
        hall = min(instance.halls.people_per_day[0], instance.halls.reach[0] * people.sum())
        points = instance.points.people_per_day[0] * days.point_days[0, commune, week]
        rows.append(row)
        limits.append(min(hall * days.hall_days[commune, 0, week], 6.0 * staff + points))
    for s in range(classes):
        row = np.zeros(size + 2)
        for week in range(weeks):
            row[s * weeks + week] = (1 - demand.hazard[s]) ** -week
        rows.append(row)
        limits.append(people[s])
    everyone = np.concatenate([np.ones(size), [0, 0]])
    rows += [everyone, np.concatenate([-np.ones(size), [1, 0]]), np.concatenate([-np.ones(size), [0, -1]])]
    limits += [demand.phone_share[commune] * people.sum(), 0.0, -policy.floor_share * people.sum()]
    for s, week in product(range(classes), range(weeks)):
        most.append(
            demand.turnout[s] * people[s] * (1 - demand.hazard[s]) ** week * days.visits[commune, week]
        )
    lacking = max(
        0.0, policy.target_share * demand.subscriber_count[commune] - demand.verified_count[commune]
    )
    bounds = [*((0, each) for each in most), (0, lacking), (0, None)]
    answer = linprog(cost, A_ub=np.array(rows), b_ub=np.array(limits), bounds=bounds, method="highs")
    return -float(answer.fun)
