"""Dated sessions: nobody twice on a day, no hall when closed, no hall without enough people."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.support.planner.day_stage import Dated, dated
from dashboard.support.planner.instance import Instance
from dashboard.support.planner.search import State, search
from dashboard.support.planner.sites import Calendar
from tests.support.planner.small import small_instance

DAYS = 3


def drawn(seed: int) -> tuple[Instance, Calendar, Dated]:
    """A plan's first week, dated in a drawn calendar."""
    instance = small_instance(seed, (4, 2, 5, 2), 3.0)
    random = np.random.default_rng(seed)
    calendar = Calendar(
        tuple(f"H{h}" for h in range(8)),
        np.arange(8) % 4,
        np.zeros(8, np.int64),
        random.random((8, DAYS)) < 0.7,
        random.random((5, DAYS)) < 0.7,
        np.ones((2, DAYS)),
    )
    plan = list(search(instance, 5.0))[-1]
    assert plan.days is not None
    return instance, calendar, dated(instance, (plan.days.visits, 0), calendar, 5.0)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_no_session_breaks_the_calendar(seed: int):
    instance, calendar, found = drawn(seed)
    for each in found.proposals:
        hall = calendar.hall_codes.index(each.hall_code)
        groups = [instance.group_codes.index(code) for code in each.group_codes]
        assert calendar.hall_free[hall, each.day]
        assert instance.commune_codes[calendar.hall_commune[hall]] == each.commune_code
        assert all(calendar.group_free[group, each.day] for group in groups)
        assert instance.groups.size[groups].sum() >= 5
        assert sum(count for _, count in each.points) <= 1
        assert 0 <= each.people <= 70 + 1e-6
    halls = Counter((each.day, each.hall_code) for each in found.proposals)
    groups_used = Counter((each.day, code) for each in found.proposals for code in each.group_codes)
    points = Counter((each.day, code) for each in found.proposals for code, _ in each.points)
    assert max(halls.values(), default=1) == 1
    assert max(groups_used.values(), default=1) == 1
    assert max(points.values(), default=1) == 1


def test_the_days_bring_people_and_are_not_called_more_than_they_are():
    _, _, found = drawn(3)
    assert found.found.state in (State.GREEDY, State.OPTIMAL)
    assert found.proposals
    assert sum(each.people for each in found.proposals) > 0
