"""What cannot be is refused by name."""

from dataclasses import replace

import numpy as np

from dashboard.support.planner.instance import Fixed, Instance
from dashboard.support.planner.objections import objections
from dashboard.support.planner.search import State, search
from tests.support.planner.small import forbidden, pinned, small_instance


def named(instance: Instance) -> set[tuple[str, str, int | None]]:
    """Kind, place and week of each objection."""
    return {(each.kind, each.place, each.week) for each in objections(instance)}


def wished(instance: Instance, **changes: object) -> Instance:
    """With other wishes."""
    fixed: Fixed = replace(instance.fixed, **changes)  # type: ignore[arg-type]
    return replace(instance, fixed=fixed)


def test_a_question_that_can_be_answered_has_none():
    assert objections(small_instance(0)) == ()


def test_a_pin_where_nobody_may_go_names_the_commune_and_week():
    instance = forbidden(pinned(small_instance(0), 1, 0), 1, 0)
    assert named(instance) == {("pinned_impossible", "00001", 1)}


def test_more_pins_than_a_week_holds_name_all_of_them():
    instance = pinned(pinned(small_instance(0), 0, 1), 1, 1)
    assert named(instance) == {("week_full", "00000", 2), ("week_full", "00001", 2)}


def test_wishes_beyond_the_weeks_together_name_communes_to_ask_less_for():
    instance = wished(small_instance(0), least_visits=np.array([2.0, 1.0]))
    (only,) = objections(instance)
    assert only.kind == "least_visits_together"
    assert only.asked - only.possible == 1


def test_more_weeks_than_there_are_halls_for():
    instance = wished(small_instance(0, cap=2.0), least_visits=np.array([3.0, 0.0]))
    assert named(instance) == {("least_visits", "00000", None)}


def test_agreed_days_beyond_what_is_free_name_group_and_carrier():
    instance = small_instance(0, cap=2.0)
    group_days = np.ones_like(instance.fixed.agreed_group_days)
    point_days = np.ones_like(instance.fixed.agreed_point_days)
    kinds = named(wished(instance, agreed_group_days=group_days, agreed_point_days=point_days))
    assert ("agreed_group_days", "G0", 1) in kinds
    assert ("agreed_point_days", "C0", 2) in kinds


def test_a_search_refuses_it_at_once():
    instance = forbidden(pinned(small_instance(0), 1, 0), 1, 0)
    (found,) = search(instance, 5.0)
    assert found.state == State.INFEASIBLE
    assert found.days is None
    assert [each.place for each in found.objections] == ["00001"]
