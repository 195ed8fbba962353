"""The weekly model as one linear program with whole numbers: objective, bounds, rows."""

from dataclasses import dataclass

import numpy as np

from dashboard.support.planner.columns import Columns, columns_of
from dashboard.support.planner.constraints import CONSTRAINTS
from dashboard.support.planner.instance import Floats, Instance
from dashboard.support.planner.rows import Rows, stacked


@dataclass(frozen=True)
class Model:
    """Maximise gain @ variables + constant within lower, upper and rows."""

    instance: Instance
    at: Columns
    gain: Floats
    constant: float
    lower: Floats
    upper: Floats
    rows: Rows
    first_row: dict[str, int]  # where each constraint's rows begin


def model_of(instance: Instance) -> Model:
    """Build all of docs/planner.md for an instance."""
    at = columns_of(instance)
    blocks = {name: build(instance, at) for name, build in CONSTRAINTS.items()}
    lengths = [len(block.lower) for block in blocks.values()]
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(int)
    lower, upper = bounds_of(instance, at)
    gain, constant = objective(instance, at)
    first_row = dict(zip(blocks, starts.tolist(), strict=True))
    return Model(instance, at, gain, constant, lower, upper, stacked(list(blocks.values())), first_row)


def objective(instance: Instance, at: Columns) -> tuple[Floats, float]:
    """What is maximised, in weighted people, and its constant part (from |o - o'| with o of 0 and 1)."""
    prices, fixed = instance.policy.prices, instance.fixed
    gain = np.zeros(at.count)
    gain[at.verified] = instance.demand.weight[None, None]
    gain[at.catch_up] = prices.catch_up
    gain[at.group_days] = -prices.per_km * instance.groups.pair_km[:, None]
    gain[at.visit] = -prices.per_visit
    gain[at.point_days] = -prices.per_point_day
    gain[at.below_floor] = -prices.below_floor
    gain[at.missed] = -prices.missed
    gain[at.changed] = -prices.changed_day / 2  # a day moved is taken in one place and added in another
    if fixed.published is None:
        return gain, 0.0
    gain[at.visit] -= prices.changed_visit * (1 - 2 * fixed.published.visits)
    return gain, -prices.changed_visit * float(fixed.published.visits.sum())


def bounds_of(instance: Instance, at: Columns) -> tuple[Floats, Floats]:
    """Lower and upper bounds: what is free, what was agreed, what was pinned or forbidden."""
    fixed, demand = instance.fixed, instance.demand
    lower, upper = np.zeros(at.count), np.full(at.count, np.inf)
    lower[at.visit], upper[at.visit] = fixed.visit_lower, instance.visit_upper()
    lower[at.hall_days], upper[at.hall_days] = fixed.agreed_hall_days, instance.halls.free_days
    groups = instance.groups
    lower[at.group_days] = fixed.agreed_group_days
    upper[at.group_days] = groups.free_days[groups.pair_group]
    lower[at.point_days] = fixed.agreed_point_days
    upper[at.point_days] = instance.points.free_days[:, None, :]
    upper[at.verified] = instance.turnout_people()
    lacking = instance.policy.target_share * demand.subscriber_count - demand.verified_count
    upper[at.catch_up] = np.maximum(0.0, lacking)
    upper[at.missed] = 1.0
    return lower, upper
