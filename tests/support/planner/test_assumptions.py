"""Assumptions come from one table, are changed within their range, and nobody's change is lost."""

from datetime import timedelta

import pytest

from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.decisions import OutdatedDecisionError
from dashboard.support.planner.assumptions import (
    Assumptions,
    assumptions_in_force,
    change_assumption,
    delivered_assumptions,
    policy_of,
)

LAN = By("Lan", "theo ba buổi đầu")


def now(store: Store) -> Assumptions:
    """As they stand."""
    with store.reader() as cursor:
        return assumptions_in_force(cursor)


def test_each_has_a_range_a_unit_a_label_and_a_source():
    for each in delivered_assumptions().values():
        assert each.low < each.high
        assert each.unit
        assert each.label
        assert each.source


def test_a_change_holds_with_who_and_why_and_can_be_taken_back(store: Store):
    before = now(store)["turnout_pct"]
    made = change_assumption(store, before, 32.0, LAN)
    changed = now(store)["turnout_pct"]
    assert changed.value == 32.0
    assert changed.decided is not None
    assert (changed.decided.decided_by, changed.decided.reason) == ("Lan", "theo ba buổi đầu")
    with store.reader() as cursor:
        earlier = assumptions_in_force(cursor, made.decided_at - timedelta(seconds=1))
    assert earlier["turnout_pct"].value == before.value
    change_assumption(store, changed, None, LAN)
    assert now(store)["turnout_pct"].value == before.value
    change_assumption(store, now(store)["turnout_pct"], 25.0, LAN)
    assert now(store)["turnout_pct"].value == 25.0


def test_the_second_of_two_people_is_told(store: Store):
    seen = now(store)["hazard_pct"]
    change_assumption(store, seen, 4.0, LAN)
    with pytest.raises(OutdatedDecisionError):
        change_assumption(store, seen, 5.0, By("Minh", "khác"))
    assert now(store)["hazard_pct"].value == 4.0


def test_what_nobody_would_believe_and_what_has_no_reason_is_refused(store: Store):
    seen = now(store)["turnout_pct"]
    with pytest.raises(ValueError, match="not within"):
        change_assumption(store, seen, 99.0, LAN)
    with pytest.raises(ValueError, match="reason"):
        change_assumption(store, seen, 30.0, By("Lan", " "))
    assert now(store)["turnout_pct"].decided is None


def test_limits_and_prices_follow(store: Store):
    change_assumption(store, now(store)["communes_per_week"], 40, LAN)
    policy = policy_of(now(store), 6)
    assert policy.communes_per_week.tolist() == [40.0] * 6
    assert policy.floor_share == pytest.approx(0.10)
    assert policy.prices.changed_visit == 15.0
