"""Who is verified once the days are whole: a linear program with every whole number fixed."""

import numpy as np

from dashboard.support.planner.columns import Columns
from dashboard.support.planner.greedy import Days
from dashboard.support.planner.instance import Floats, Whole
from dashboard.support.planner.solver import Solution, Solver


def days_in(values: Floats, at: Columns) -> Days:
    """The whole days of a solution."""
    parts = (at.visit, at.hall_days, at.group_days, at.point_days)
    return Days(*(np.round(values[part]) for part in parts))


def fix_days(solver: Solver, days: Days) -> None:
    """Hold every whole number at the plan's."""
    for columns, value in _beside(days, solver.model.at):
        solver.set_bounds(columns, value, value)


def with_flows(solver: Solver, days: Days, seconds: float = 30.0) -> Solution:
    """The best number of people for given days; no values when the days break a constraint or a wish."""
    if not _within_bounds(solver, days):
        return Solution(None, -np.inf, np.inf, "Infeasible", 0.0)
    fix_days(solver, days)
    solver.set_whole(solver.model.at.whole, False)
    return solver.solve(seconds)


def _within_bounds(solver: Solver, days: Days) -> bool:
    """Whether days keep what is agreed, pinned, forbidden and free; fixing them would hide it."""
    model = solver.model
    return all(
        bool(np.all(model.lower[columns] <= value) and np.all(value <= model.upper[columns]))
        for columns, value in _beside(days, model.at)
    )


def _beside(days: Days, at: Columns) -> tuple[tuple[Whole, Floats], ...]:
    return (
        (at.visit, days.visits),
        (at.hall_days, days.hall_days),
        (at.group_days, days.group_days),
        (at.point_days, days.point_days),
    )
