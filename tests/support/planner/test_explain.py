"""Explanations against the same question asked again with one thing more or less."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.support.planner.explain import explain, net_value
from dashboard.support.planner.instance import Instance
from dashboard.support.planner.model import model_of
from dashboard.support.planner.search import Found, search
from dashboard.support.planner.solver import Solver
from tests.support.planner.small import small_instance

LITTLE = 0.01


def solved(instance: Instance) -> Found:
    """The answer of a search."""
    return list(search(instance, 10.0))[-1]


def relaxed_value(instance: Instance, visits: np.ndarray) -> float:
    """Of the linear program with these visits."""
    model = model_of(instance)
    solver = Solver(model)
    solver.set_bounds(model.at.visit, visits, visits)
    return solver.solve(10).objective


def with_group_days(instance: Instance, place: tuple[int, int], by: float) -> Instance:
    """With a little more or less of a group's time."""
    free = instance.groups.free_days.copy()
    free[place] += by
    return replace(instance, groups=replace(instance.groups, free_days=free))


def with_point_days(instance: Instance, place: tuple[int, int], by: float) -> Instance:
    """With a little more or less of a carrier's points."""
    free = instance.points.free_days.copy()
    free[place] += by
    return replace(instance, points=replace(instance.points, free_days=free))


@pytest.mark.parametrize("seed", range(4))
def test_one_more_day_is_worth_what_asking_again_with_a_little_more_says(seed: int):
    instance = small_instance(seed, (4, 2, 3, 3), 2.0)
    found = solved(instance)
    assert found.values is not None
    assert found.days is not None
    told = explain(model_of(instance), found.values)
    base = relaxed_value(instance, found.days.visits)
    for group, week in np.ndindex(3, 3):
        gained, lost = (
            (relaxed_value(with_group_days(instance, (group, week), by), found.days.visits) - base) / by
            for by in (LITTLE, -LITTLE)
        )
        assert gained - 0.05 <= told.group_day_worth[group, week] <= lost + 0.05
    for carrier, week in np.ndindex(2, 3):
        gained, lost = (
            (relaxed_value(with_point_days(instance, (carrier, week), by), found.days.visits) - base) / by
            for by in (LITTLE, -LITTLE)
        )
        assert gained - 0.05 <= told.point_day_worth[carrier, week] <= lost + 0.05


def test_visits_add_up_to_the_people_of_the_plan():
    instance = small_instance(4, (4, 2, 3, 3), 2.0)
    found = solved(instance)
    assert found.values is not None
    assert found.days is not None
    model = model_of(instance)
    told = explain(model, found.values)
    assert len(told.visits) == found.days.visits.sum()
    assert sum(it.people for it in told.visits) == pytest.approx(
        found.values[model.at.verified].sum(), abs=0.1
    )
    assert all(it.limited_by for it in told.visits)
    assert all((it.lost_if_week_later is None) == (it.week == 3) for it in told.visits)


def test_the_net_value_is_less_than_the_own_where_others_take_the_means():
    instance = small_instance(4, (4, 2, 3, 3), 2.0)
    found = solved(instance)
    assert found.values is not None
    assert found.days is not None
    model = model_of(instance)
    told = explain(model, found.values)
    commune = int(np.argmax(found.days.visits.sum(axis=1)))
    without = found.days.visits.copy()
    without[commune] = 0
    lost = relaxed_value(instance, found.days.visits) - relaxed_value(instance, without)
    net = net_value(model, found.days, commune)
    assert net == pytest.approx(lost - instance.policy.prices.missed, abs=0.01)
    assert told.visits


def test_a_commune_without_a_hall_is_below_the_floor_because_it_is_unvisited():
    instance = small_instance(4, (4, 2, 3, 3), 2.0)
    free = instance.halls.free_days.copy()
    free[2] = 0
    instance = replace(instance, halls=replace(instance.halls, free_days=free))
    found = solved(instance)
    assert found.values is not None
    short = {it.commune_code: it for it in explain(model_of(instance), found.values).below_floor}
    assert short["00002"].reasons == ("unvisited",)
    assert short["00002"].people_short == pytest.approx(0.1 * instance.demand.unverified[2].sum())


def test_agreed_days_leave_no_plan_without_their_commune():
    instance = small_instance(4, (4, 2, 3, 3), 2.0)
    agreed = instance.fixed.agreed_hall_days.copy()
    agreed[1, 0, 1] = 1
    instance = replace(instance, fixed=replace(instance.fixed, agreed_hall_days=agreed))
    found = solved(instance)
    assert found.days is not None
    with pytest.raises(ValueError, match="agreed"):
        net_value(model_of(instance), found.days, 1)
