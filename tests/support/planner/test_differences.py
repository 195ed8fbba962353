"""Lines between two plans, and which of them fit together."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.support.planner.differences import Change, Valued, accepted, clashes, differences
from dashboard.support.planner.instance import Instance
from dashboard.support.planner.model import model_of
from dashboard.support.planner.search import search
from tests.support.planner.small import forbidden, small_instance


def planned(instance: Instance) -> Valued:
    """Its plan."""
    found = list(search(instance, 5.0))[-1]
    assert found.values is not None
    assert found.days is not None
    return Valued(found.days, found.values[model_of(instance).at.verified])


def two_plans(seed: int) -> tuple[Instance, Valued, Valued]:
    """A plan, and one after a visit of it was forbidden."""
    instance = small_instance(seed, (4, 2, 3, 3), 2.0)
    before = planned(instance)
    commune, week = np.argwhere(before.days.visits > 0)[0].tolist()
    return instance, before, planned(forbidden(instance, commune, week))


@given(seed=st.integers(0, 500))
@settings(max_examples=8, deadline=None)
def test_accepting_every_line_is_the_new_plan_and_none_the_old(seed: int):
    instance, before, after = two_plans(seed)
    lines = differences(instance, before, after)
    assert lines
    everything = accepted(instance, before.days, after.days, [line.commune_code for line in lines])
    for field in ("visits", "hall_days", "group_days", "point_days"):
        assert (getattr(everything, field) == getattr(after.days, field)).all()
    assert clashes(instance, everything) == ()
    assert clashes(instance, accepted(instance, before.days, after.days, ())) == ()
    gained = (after.verified.sum(axis=(0, 1)) - before.verified.sum(axis=(0, 1))) * instance.demand.weight
    assert abs(sum(line.weighted_gained for line in lines) - gained.sum()) < 1e-6


def test_the_same_plan_has_no_lines():
    instance = small_instance(1, (4, 2, 3, 3), 2.0)
    plan = planned(instance)
    assert differences(instance, plan, plan) == ()


def test_weeks_gained_lost_and_exchanged_are_told_apart():
    instance, before, _ = two_plans(2)
    visits = before.days.visits.copy()
    visits[0], visits[1] = [1, 0, 0], [1, 1, 0]
    old = Valued(replace(before.days, visits=visits), before.verified)
    other = visits.copy()
    other[0], other[1] = [0, 1, 0], [1, 0, 0]
    lines = differences(instance, old, Valued(replace(before.days, visits=other), before.verified))
    assert {line.commune_code: line.change for line in lines} == {
        "00000": Change.MOVED,
        "00001": Change.DROPPED,
    }
    (moved,) = (line for line in lines if line.change == Change.MOVED)
    assert (moved.weeks_before, moved.weeks_after) == ((1,), (2,))


def test_a_group_in_two_places_is_named_with_its_week():
    instance, before, _ = two_plans(3)
    group_days = np.zeros_like(before.days.group_days)
    group_days[instance.groups.pair_group == 1, 2] = 1
    found = clashes(instance, replace(before.days, group_days=group_days))
    assert ("group_free_days", "G1", 3) in {(it.kind, it.place, it.week) for it in found}


def test_a_full_week_is_named():
    instance, before, _ = two_plans(3)
    found = clashes(instance, replace(before.days, visits=np.ones_like(before.days.visits)))
    assert {it.week for it in found if it.kind == "communes_per_week"} == {1, 2, 3}
