"""Visits made whole, then the days of each week."""

import numpy as np

from dashboard.support.planner.days import replan_week, weeks_in_turn, whole_week
from dashboard.support.planner.dive import dive_on_visits
from dashboard.support.planner.model import model_of
from dashboard.support.planner.solver import Solver
from tests.support.planner.small import pinned, small_instance


def test_a_dive_ends_in_whole_visits_within_the_cap_with_pins_kept():
    instance = pinned(small_instance(7, (9, 3, 6, 4), 3.0), 8, 2)
    solver = Solver(model_of(instance))
    relaxed = solver.solve(10)
    dived = dive_on_visits(solver, relaxed)
    assert dived.visits is not None
    assert set(np.unique(dived.visits)) <= {0.0, 1.0}
    assert (dived.visits.sum(axis=0) <= 3).all()
    assert dived.visits[8, 2] == 1
    assert dived.value <= relaxed.objective + 1e-6


def test_weeks_made_whole_stay_and_replanning_one_does_not_lose():
    model = model_of(small_instance(8, (9, 3, 6, 4), 3.0))
    solver = Solver(model)
    assert dive_on_visits(solver, solver.solve(10)).visits is not None
    values = []
    for week in range(4):
        solution = whole_week(solver, week, 5)
        assert solution.values is not None
        values.append(solution)
    assert [each.objective for each in values] == sorted((each.objective for each in values), reverse=True)
    whole = values[-1].values
    assert whole is not None
    assert np.abs(whole[model.at.whole] - np.round(whole[model.at.whole])).max() < 1e-5
    assert replan_week(solver, 1, whole, (5.0, True)).objective >= values[-1].objective - 1e-4


def test_weeks_come_round():
    turn = weeks_in_turn(3)
    assert [next(turn) for _ in range(5)] == [0, 1, 2, 0, 1]
