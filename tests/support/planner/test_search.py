"""Plans against every plan there is, and what no plan may break whatever is drawn."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.support.planner import search as searching
from dashboard.support.planner.columns import columns_of
from dashboard.support.planner.flows import with_flows
from dashboard.support.planner.greedy import Days, greedy_plan
from dashboard.support.planner.instance import Instance, Published
from dashboard.support.planner.model import model_of
from dashboard.support.planner.search import Found, State, search
from dashboard.support.planner.solver import Solver
from tests.support.planner.listing import best_value, every_plan, value_of
from tests.support.planner.small import forbidden, pinned, small_instance


def last(instance: Instance, seconds: float = 20.0) -> Found:
    """The answer of a search."""
    return list(search(instance, seconds))[-1]


def holds(instance: Instance, found: Found) -> None:
    """Every row and bound of the model, and whole days: nobody twice, nothing beyond what is free."""
    assert found.values is not None
    model = model_of(instance)
    activity = model.rows.matrix @ found.values
    assert (activity >= model.rows.lower - 1e-5).all()
    assert (activity <= model.rows.upper + 1e-5).all()
    assert (found.values >= model.lower - 1e-6).all()
    assert (found.values <= model.upper + 1e-6).all()
    assert np.abs(found.values[model.at.whole] - np.round(found.values[model.at.whole])).max() < 1e-5


@pytest.mark.parametrize("seed", range(6))
def test_the_best_of_all_plans_is_found_and_called_optimal(seed: int):
    instance = small_instance(seed)
    found = last(instance)
    assert found.state == State.OPTIMAL
    assert found.objective == pytest.approx(best_value(instance), rel=1e-3, abs=0.05)


@pytest.mark.parametrize("seed", range(3))
def test_pins_and_bans_cost_what_listing_says(seed: int):
    instance = forbidden(pinned(small_instance(seed), 1, 0), 0, 1)
    found = last(instance)
    assert found.days is not None
    assert found.days.visits[1, 0] == 1
    assert found.days.visits[0, 1] == 0
    assert found.objective == pytest.approx(best_value(instance), rel=1e-3, abs=0.05)


@pytest.mark.parametrize("seed", range(3))
def test_given_days_are_worth_what_listing_says(seed: int):
    instance = small_instance(seed)
    plans = list(every_plan(instance))
    for days in plans[:: max(1, len(plans) // 12)]:
        solved = with_flows(Solver(model_of(instance)), days)
        assert solved.objective == pytest.approx(value_of(instance, days), abs=0.01)


@given(seed=st.integers(0, 10_000), cap=st.integers(1, 4), wish=st.integers(0, 11))
@settings(max_examples=15, deadline=None)
def test_no_plan_breaks_a_rule_in_any_drawn_question(seed: int, cap: int, wish: int):
    instance = pinned(small_instance(seed, (4, 2, 3, 3), float(cap)), wish % 4, wish // 4)
    for found in search(instance, 5.0):
        holds(instance, found)
        assert found.objective <= found.bound + 1e-4


@given(seed=st.integers(0, 10_000))
@settings(max_examples=8, deadline=None)
def test_agreed_days_do_not_move(seed: int):
    instance = small_instance(seed, (4, 2, 3, 3), 4.0)
    agreed = greedy_plan(instance)
    kept = replace(
        instance.fixed,
        agreed_hall_days=agreed.hall_days,
        agreed_group_days=agreed.group_days,
        agreed_point_days=agreed.point_days,
    )
    found = last(replace(instance, fixed=kept), 5.0)
    assert found.days is not None
    assert (found.days.hall_days >= agreed.hall_days).all()
    assert (found.days.group_days >= agreed.group_days).all()
    assert (found.days.point_days >= agreed.point_days).all()


def test_a_new_plan_with_nothing_new_is_the_published_one():
    instance = small_instance(3, (4, 2, 3, 3), 2.0)
    first = last(instance)
    assert first.days is not None
    prices = replace(instance.policy.prices, changed_visit=15.0, changed_day=15.0)
    again = replace(
        instance,
        policy=replace(instance.policy, prices=prices),
        fixed=replace(instance.fixed, published=Published(*_parts(first.days))),
    )
    second = last(again)
    assert second.days is not None
    assert (second.days.visits == first.days.visits).all()
    assert (second.days.group_days == first.days.group_days).all()


def test_a_published_plan_that_breaks_a_ban_is_not_taken_as_it_is():
    instance = small_instance(1, (4, 2, 3, 3), 4.0)
    first = last(instance)
    assert first.days is not None
    commune, week = np.argwhere(first.days.visits > 0)[0]
    banned = forbidden(instance, int(commune), int(week))
    kept = replace(banned.fixed, published=Published(*_parts(first.days)))
    for found in search(replace(banned, fixed=kept), 5.0):
        assert found.days is not None
        assert found.days.visits[commune, week] == 0


def test_a_large_question_is_solved_by_parts_and_says_its_gap(monkeypatch: pytest.MonkeyPatch):
    instance = small_instance(5, (9, 3, 6, 4), 3.0)
    exact = last(instance)
    monkeypatch.setattr(searching, "SMALL_MODEL", 0)
    found = list(search(instance, 15.0))
    assert [each.stage for each in found][:2] == ["greedy", "bound"]
    for each in found:
        holds(instance, each)
    assert found[0].objective <= found[-1].objective <= exact.objective + 1e-3
    assert found[-1].bound >= exact.objective - 1e-3
    assert found[-1].state in (State.FEASIBLE, State.OPTIMAL)


def test_the_variables_fill_the_vector_once():
    at = columns_of(small_instance(0, (4, 2, 3, 3)))
    parts = [value.ravel() for value in vars(at).values()]
    assert sorted(np.concatenate(parts).tolist()) == list(range(at.count))


def _parts(days: Days) -> tuple[np.ndarray, ...]:
    return days.visits, days.hall_days, days.group_days, days.point_days
