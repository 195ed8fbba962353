"""Planted events come back with the dates."""

from datetime import date, timedelta

import pytest

from dashboard.demo.events import EVENTS, EventKind, events_of
from dashboard.demo.terrain import CARRIER_CODES


@pytest.mark.parametrize("weeks", range(24))
def test_any_twelve_rounds_hold_every_kind_of_event(weeks: int):
    last = date(2026, 11, 18) + timedelta(weeks=weeks)
    rounds = [last - timedelta(weeks=age) for age in range(12)]
    seen = {kind for round_on in rounds for code in CARRIER_CODES for kind in events_of(code, round_on)}
    assert seen == set(EventKind)


@pytest.mark.parametrize("weeks", range(24))
def test_any_twelve_rounds_hold_an_overstatement_whose_correction_has_come(weeks: int):
    last = date(2026, 11, 18) + timedelta(weeks=weeks)
    earlier = [last - timedelta(weeks=age) for age in range(2, 12)]
    assert any(EventKind.OVERSTATED in events_of("mobifone", round_on) for round_on in earlier)


def test_events_name_carriers_of_the_demo():
    assert {event.carrier_code for event in EVENTS} <= set(CARRIER_CODES)


def test_the_last_round_of_the_documented_run_has_one_late_and_the_one_before_one_missing():
    assert events_of("wintel", date(2026, 11, 18)) == {EventKind.LATE}
    assert events_of("vietnamobile", date(2026, 11, 11)) == {EventKind.MISSING}
    assert events_of("viettel", date(2026, 11, 18)) == frozenset()
