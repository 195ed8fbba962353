"""Why a plan is as it is: what a visit brings, own and net, what limits it, what one more day would bring.

Prices come from the linear program with the plan's visits fixed and its days free to move: what a little
more of something is worth in weighted people. Whole days make the truth a little less.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.support.planner.greedy import Days
from dashboard.support.planner.instance import Floats
from dashboard.support.planner.model import Model
from dashboard.support.planner.solver import Solution, Solver

LIMITS = {  # constraints over (commune, week) that can stand in the way of more people
    "2": "volunteers",
    "3": "hall_people",
    "4": "hall_staff",
    "5": "hall_slots",
}
SEEN = 1e-6
SECONDS = 30.0


@dataclass(frozen=True)
class Visit:
    """A commune in a week: people expected, weighted, with a date, and what a week's delay would lose."""

    commune_code: str
    week: int  # from 1
    people: float
    weighted: float
    urgent_people: float
    lost_if_week_later: float | None  # weighted; None in the last week
    limited_by: tuple[str, ...]


@dataclass(frozen=True)
class Short:
    """A commune below the floor, by so many people, and why: `unvisited`, or what limits its visits."""

    commune_code: str
    people_short: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """The plan explained; prices in weighted people for one more day."""

    visits: tuple[Visit, ...]
    below_floor: tuple[Short, ...]
    point_day_worth: Floats  # (K, W)
    group_day_worth: Floats  # (G, W)


def explain(model: Model, values: Floats) -> Explanation:
    """Explain a plan, `values` being the solver's vector of it."""
    visits = np.round(values[model.at.visit])
    prices = _prices(_with_visits(model, visits))
    limits = {name: np.abs(_block(model, prices, key, model.at.visit.shape)) for key, name in LIMITS.items()}
    instance = model.instance
    return Explanation(
        tuple(_visit(model, values, place, limits) for place in np.argwhere(visits > 0).tolist()),
        tuple(_below_floor(model, values, limits)),
        np.abs(_block(model, prices, "6", instance.points.free_days.shape)),
        np.abs(_block(model, prices, "7", instance.groups.free_days.shape)),
    )


def net_value(model: Model, days: Days, commune: int) -> float:
    """Weighted people that the whole plan would lose without visits to a commune: others take its means."""
    with_it = _with_visits(model, days.visits)
    without = days.visits.copy()
    without[commune] = 0
    dropped = _with_visits(model, without)
    if with_it.values is None or dropped.values is None:
        raise ValueError("the commune has agreed sessions: no plan is without it")
    missed = model.instance.policy.prices.missed
    return with_it.objective - dropped.objective - missed * bool(days.visits[commune].any())


def _with_visits(model: Model, visits: Floats) -> Solution:
    """The linear program with these visits; agreed days of a commune without one make it impossible."""
    solver, at = Solver(model), model.at
    solver.set_bounds(at.visit, visits, visits)
    # Bounds and rows that (6) and (7) imply would share their price: without end where there is a visit.
    open_pairs = np.where(visits[model.instance.groups.pair_commune] > 0, np.inf, 0.0)
    solver.set_bounds(at.group_days, model.lower[at.group_days], open_pairs)
    open_points = np.broadcast_to(np.where(visits > 0, np.inf, 0.0), at.point_days.shape)
    solver.set_bounds(at.point_days, model.lower[at.point_days], open_points)
    solver.drop_rows(model.first_row["8b"], visits.size)
    return solver.solve(SECONDS)


def _prices(solution: Solution) -> Floats:
    if solution.row_prices is None:
        raise ValueError(f"no prices: {solution.status}")
    return solution.row_prices


def _block(model: Model, prices: Floats, key: str, shape: tuple[int, ...]) -> Floats:
    start = model.first_row[key]
    return prices[start : start + int(np.prod(shape))].reshape(shape)


def _visit(model: Model, values: Floats, place: list[int], limits: dict[str, Floats]) -> Visit:
    commune, week = place
    people = values[model.at.verified[commune, :, :, week]].sum(axis=0)
    weight = model.instance.demand.weight
    later = None
    if week + 1 < model.instance.week_count:
        later = float((people * (weight[:, week] - weight[:, week + 1])).sum())
    dated = weight[:, week] > weight[0, week] + SEEN
    return Visit(
        model.instance.commune_codes[commune],
        week + 1,
        float(people.sum()),
        float((people * weight[:, week]).sum()),
        float(people[dated].sum()),
        later,
        _limits_of(limits, commune, week) or _turnout_only(),
    )


def _limits_of(limits: dict[str, Floats], commune: int, week: int) -> tuple[str, ...]:
    """What has a price here, the dearest first."""
    priced = [(float(price[commune, week]), name) for name, price in limits.items()]
    return tuple(name for price, name in sorted(priced, reverse=True) if price > SEEN)


def _turnout_only() -> tuple[str, ...]:
    return ("turnout",)


def _below_floor(model: Model, values: Floats, limits: dict[str, Floats]) -> list[Short]:
    short = values[model.at.below_floor]
    visits = values[model.at.visit] > 0.5
    found = []
    for commune in np.nonzero(short > 0.5)[0]:
        weeks = np.nonzero(visits[commune])[0]
        names = [name for week in weeks for name in _limits_of(limits, int(commune), int(week))]
        reasons = tuple(dict.fromkeys(names)) or (_turnout_only() if weeks.size else ("unvisited",))
        found.append(Short(model.instance.commune_codes[commune], float(short[commune]), reasons))
    return found
