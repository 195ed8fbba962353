"""From an instance to a plan: a greedy one at once, then better ones until time is up, each told at once.

What is told is what was proved: `GREEDY` until something better stands, `FEASIBLE` with its gap to the bound,
`OPTIMAL` only when the gap is closed, `INFEASIBLE` with the objections.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from dashboard.support.planner.days import replan_week, weeks_in_turn, whole_week
from dashboard.support.planner.dive import dive_on_visits
from dashboard.support.planner.flows import days_in, with_flows
from dashboard.support.planner.greedy import Days, greedy_plan
from dashboard.support.planner.instance import Floats, Instance
from dashboard.support.planner.model import Model, model_of
from dashboard.support.planner.objections import Objection, objections
from dashboard.support.planner.solver import Solution, Solver

SMALL_MODEL = 6_000  # variables; up to here the whole problem is given to the solver at once
PROVED = 1e-4  # of the value; HiGHS's own measure of "no better plan"
WEEK_SECONDS = 12.0
BOUND_SECONDS = 60.0


class State(StrEnum):
    """How far a plan is proved."""

    GREEDY = "greedy"
    FEASIBLE = "feasible"
    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"


@dataclass(frozen=True)
class Found:
    """What stands at a moment. `values` is the solver's vector; `bound` infinite until known."""

    state: State
    stage: str
    seconds: float
    objective: float = -np.inf
    bound: float = np.inf
    values: Floats | None = None
    days: Days | None = None
    objections: tuple[Objection, ...] = ()

    @property
    def gap(self) -> float:
        """At most so much better is possible, as a share of the plan's value."""
        return (self.bound - self.objective) / abs(self.objective) if self.objective else np.inf


class _Search:
    def __init__(self, model: Model, seconds: float) -> None:
        self.model, self.began, self.limit = model, time.monotonic(), seconds
        self.bound = np.inf
        self.best: Solution | None = None

    def left(self) -> float:
        return self.limit - (time.monotonic() - self.began)

    def take(self, solution: Solution | None) -> bool:
        """Keep a solution that is better; whether it was."""
        if solution is None or solution.values is None:
            return False
        if self.best is not None and solution.objective <= self.best.objective + 1e-6:
            return False
        self.best = solution
        return True

    def found(self, stage: str, state: State = State.FEASIBLE) -> Found:
        seconds, best = time.monotonic() - self.began, self.best
        if best is None or best.values is None:
            return Found(state, stage, seconds, bound=self.bound)
        bound = max(self.bound, best.objective)
        if bound - best.objective <= PROVED * max(1.0, abs(best.objective)):
            state = State.OPTIMAL
        days = days_in(best.values, self.model.at)
        return Found(state, stage, seconds, best.objective, bound, best.values, days)


def search(instance: Instance, seconds: float) -> Iterator[Found]:
    """Yield what stands after every step; the last is the answer. Closing the iterator stops it."""
    at_fault = objections(instance)
    if at_fault:
        yield Found(State.INFEASIBLE, "objections", 0.0, objections=at_fault)
        return
    run = _Search(model_of(instance), seconds)
    yield _first(run, instance)
    steps = _whole(run) if run.model.at.count <= SMALL_MODEL else _by_parts(run)
    for found in steps:
        yield found
        if found.state in (State.OPTIMAL, State.INFEASIBLE) or run.left() <= 0:
            return


def _first(run: _Search, instance: Instance) -> Found:
    """The greedy plan, or the published one where it is still possible and better."""
    run.take(with_flows(Solver(run.model), greedy_plan(instance)))
    fixed = instance.fixed
    if fixed.published is not None:
        run.take(with_flows(Solver(run.model), Days(*fixed.published)))
    return run.found("greedy", State.GREEDY)


def _whole(run: _Search) -> Iterator[Found]:
    """A small problem, at once."""
    solver = Solver(run.model)
    solver.set_whole(run.model.at.whole, True)
    if run.best is not None and run.best.values is not None:
        solver.start_from(run.best.values)
    solution = solver.solve(run.left(), mip_rel_gap=PROVED / 2)
    if solution.status == "Infeasible":
        yield Found(State.INFEASIBLE, "whole", solution.seconds)
        return
    run.take(solution)
    run.bound = min(run.bound, solution.bound)
    yield run.found("whole")


def _by_parts(run: _Search) -> Iterator[Found]:
    """Bound, visits, days, then weeks again."""
    solver = Solver(run.model)
    relaxed = solver.solve(min(run.left(), BOUND_SECONDS))
    if relaxed.status == "Infeasible":
        yield Found(State.INFEASIBLE, "bound", relaxed.seconds)
        return
    if not relaxed.is_optimal:
        yield run.found("bound", State.GREEDY)
        return
    run.bound = relaxed.objective
    yield run.found("bound", State.GREEDY)
    dived = dive_on_visits(solver, relaxed)
    if dived.visits is None:
        solver = Solver(run.model)
    else:
        run.take(_greedy_on(run, dived.visits))
        yield run.found("visits")
        yield from _days(run, solver)
    yield from _again(run, solver)


def _greedy_on(run: _Search, visits: Floats) -> Solution:
    """The quick plan on the visits chosen: something better to stop at while days are worked out."""
    instance = run.model.instance
    chosen = replace(instance.fixed, visit_lower=visits, visit_upper=visits)
    return with_flows(Solver(run.model), greedy_plan(replace(instance, fixed=chosen)))


def _days(run: _Search, solver: Solver) -> Iterator[Found]:
    """Weeks made whole one after the other; a plan stands when the last is."""
    weeks = run.model.instance.week_count
    until = min(run.left(), weeks * WEEK_SECONDS)
    for week in range(weeks):
        solution = whole_week(solver, week, max(1.0, until / weeks))
        if solution.values is None:
            return
        if week == weeks - 1:
            run.take(solution)
        yield run.found("days")


def _again(run: _Search, solver: Solver) -> Iterator[Found]:
    """Weeks freed in turn, first their days, then their visits too, while time is left."""
    if run.best is None or run.best.values is None:
        return
    with_flows(solver, days_in(run.best.values, run.model.at))
    weeks = run.model.instance.week_count
    for turn, week in enumerate(weeks_in_turn(weeks)):
        if run.left() <= 1:
            return
        start = run.best.values
        seconds = min(run.left(), WEEK_SECONDS)
        run.take(replan_week(solver, week, start, (seconds, turn >= weeks)))
        yield run.found("weeks")
        if turn >= 3 * weeks:
            return
