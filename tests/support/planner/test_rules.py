"""Rules people made: kept with who and why, read back, and held by the plan."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.reference.communes import communes
from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.decisions import OutdatedDecisionError
from dashboard.support.planner.objections import objections
from dashboard.support.planner.rules import (
    Kept,
    Kind,
    Place,
    Rule,
    keep_rule,
    rules_kept,
    take_back,
    with_rules,
)
from dashboard.support.planner.search import search
from tests.support.planner.small import small_instance

CODES = tuple(commune.code for commune in communes()[:4])
MONDAYS = (date(2026, 11, 30), date(2026, 12, 7), date(2026, 12, 14))
LAN = By("Lan", "xã đề nghị")
PIN = Rule(Place(CODES[1], MONDAYS[2]), Kind.PIN)


def kept(store: Store) -> dict[str, Kept]:
    """As they stand."""
    with store.reader() as cursor:
        return dict(rules_kept(cursor))


def test_a_rule_is_read_back_and_can_be_taken_back_and_made_again(store: Store):
    keep_rule(store, PIN, None, LAN)
    standing = kept(store)[PIN.key]
    assert standing.rule == PIN
    assert (standing.decision.decided_by, standing.decision.reason) == ("Lan", "xã đề nghị")
    take_back(store, standing, LAN)
    assert kept(store)[PIN.key].rule is None
    keep_rule(store, PIN, kept(store)[PIN.key], LAN)
    assert kept(store)[PIN.key].rule == PIN


def test_a_ban_takes_the_place_of_a_pin_and_the_second_editor_is_told(store: Store):
    keep_rule(store, PIN, None, LAN)
    ban = Rule(PIN.place, Kind.FORBID)
    with pytest.raises(OutdatedDecisionError):
        keep_rule(store, ban, None, By("Minh", "nhà văn hóa sửa chữa"))
    keep_rule(store, ban, kept(store)[PIN.key], By("Minh", "nhà văn hóa sửa chữa"))
    assert [each.rule for each in kept(store).values()] == [ban]


def test_a_plan_holds_pins_bans_and_numbers():
    instance = replace(small_instance(3, (4, 2, 3, 3), 2.0), commune_codes=CODES)
    rules = (
        PIN,
        Rule(Place(CODES[0], MONDAYS[0]), Kind.FORBID),
        Rule(Place(CODES[2]), Kind.MOST, 1),
        Rule(Place(CODES[3]), Kind.LEAST, 2),
        Rule(Place(CODES[0], date(2027, 1, 4)), Kind.PIN),
    )
    ruled = replace(instance, fixed=with_rules(instance.fixed, CODES, MONDAYS, rules))
    assert objections(ruled) == ()
    days = list(search(ruled, 10.0))[-1].days
    assert days is not None
    assert days.visits[1, 2] == 1
    assert days.visits[0, 0] == 0
    assert days.visits[2].sum() <= 1
    assert days.visits[3].sum() >= 2


@pytest.mark.parametrize(
    ("place", "kind", "count"),
    [(Place(CODES[0]), Kind.PIN, 0), (PIN.place, Kind.LEAST, 2), (Place(CODES[0]), Kind.MOST, 9)],
)
def test_what_does_not_fit_is_refused(place: Place, kind: Kind, count: int):
    with pytest.raises(ValueError, match="does not fit"):
        Rule(place, kind, count)


def test_weeks_begin_on_mondays_and_communes_are_known(store: Store):
    with pytest.raises(ValueError, match="not a Monday"):
        Place(CODES[0], date(2026, 12, 2))
    with pytest.raises(ValueError, match="no such commune"):
        Place("99999")
    with pytest.raises(ValueError, match="reason"):
        keep_rule(store, PIN, None, By("Lan", " "))
