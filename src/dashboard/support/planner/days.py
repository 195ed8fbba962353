"""Whole days with the visits fixed: week after week, then each week again while there is time.

Weeks share people, not halls, groups or points, so a week's whole numbers make a small problem.
"""

from collections.abc import Iterator

import numpy as np

from dashboard.support.planner.instance import Floats, Whole
from dashboard.support.planner.solver import Solution, Solver

CLOSE_ENOUGH = 0.002  # of the value, at which a week is left


def week_columns(solver: Solver, week: int) -> Whole:
    """The whole numbers of a week, but its visits."""
    at = solver.model.at
    return np.concatenate(
        [at.hall_days[:, :, week].ravel(), at.group_days[:, week], at.point_days[:, :, week].ravel()]
    )


def whole_week(solver: Solver, week: int, seconds: float) -> Solution:
    """Make one week's days whole, the later ones still continuous, and hold them."""
    columns = week_columns(solver, week)
    solver.set_whole(columns, True)
    solution = solver.solve(seconds, mip_rel_gap=CLOSE_ENOUGH)
    if solution.values is not None:
        _hold(solver, columns, solution.values)
    return solution


def replan_week(solver: Solver, week: int, start: Floats, limits: tuple[float, bool]) -> Solution:
    """Free one week (with its visits, if asked) of a whole plan; `limits` are seconds and that wish."""
    seconds, with_visits = limits
    at, model = solver.model.at, solver.model
    columns = week_columns(solver, week)
    if with_visits:
        columns = np.concatenate([columns, at.visit[:, week]])
    solver.set_whole(columns, True)
    solver.set_bounds(columns, model.lower[columns], model.upper[columns])
    solver.start_from(start)
    solution = solver.solve(seconds, mip_rel_gap=CLOSE_ENOUGH / 4)
    kept = solution.values if solution.values is not None else start
    _hold(solver, columns, kept)
    return solution


def _hold(solver: Solver, columns: Whole, values: Floats) -> None:
    """Fix whole numbers, and let the solver forget that they are."""
    whole = np.round(values[columns])
    solver.set_bounds(columns, whole, whole)
    solver.set_whole(columns, False)


def weeks_in_turn(count: int) -> Iterator[int]:
    """0, 1, ..., count - 1, 0, 1, ... for ever."""
    while True:
        yield from range(count)
