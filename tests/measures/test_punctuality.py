"""On time, late, missing, over the last twelve rounds."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.punctuality import (
    Punctuality,
    Received,
    Turn,
    last_rounds,
    late_minutes,
    tally,
    turn_of,
    turns_of,
)
from dashboard.reference.round_calendar import AD_HOC, RoundCalendar
from dashboard.store.decisions import Decision
from tests.measures.reports import LAST, at

CALENDAR = RoundCalendar()
FRIDAY = date(2026, 11, 6)
DECIDED = Decision(
    1,
    AD_HOC,
    "2026-11-06",
    {"due_at": "2026-11-06T15:00:00+07:00", "carriers": ["viettel"]},
    at(LAST),
    "A",
    "họp",
)


def received(first: datetime, files_count: int = 1) -> Received:
    return Received(first, first + timedelta(hours=files_count - 1), files_count)


@pytest.mark.parametrize(
    ("first", "now", "expected"),
    [
        (at(LAST, 9, 59), at(LAST, 18), Turn(LAST, Punctuality.ON_TIME)),
        (at(LAST, 10), at(LAST, 18), Turn(LAST, Punctuality.LATE, 1)),
        (at(LAST, 11, 30), at(LAST, 18), Turn(LAST, Punctuality.LATE, 91)),
        (None, at(LAST, 9, 48), Turn(LAST, Punctuality.AWAITED)),
        (None, at(LAST, 10), Turn(LAST, Punctuality.MISSING, 1)),
        (None, at(LAST, 12), Turn(LAST, Punctuality.MISSING, 121)),
    ],
)
def test_a_turn_at_a_moment(first: datetime | None, now: datetime, expected: Turn):
    what = None if first is None else received(first)
    assert turn_of(CALENDAR.round(LAST), "viettel", what, now) == expected


@given(st.integers(0, 20_000))
def test_what_is_missing_gets_later_by_the_minute(minutes: int):
    due = at(LAST, 10)
    assert late_minutes(due, due + timedelta(minutes=minutes)) == minutes + 1


def test_of_an_ad_hoc_round_only_those_asked_can_be_missing():
    found = RoundCalendar(ad_hoc={FRIDAY: DECIDED}).round(FRIDAY)
    assert turn_of(found, "viettel", None, at(LAST)).punctuality is Punctuality.MISSING
    assert turn_of(found, "wintel", None, at(LAST)).punctuality is Punctuality.NOT_ASKED
    assert turn_of(found, "wintel", received(at(FRIDAY, 9)), at(LAST)).punctuality is Punctuality.ON_TIME


def test_the_last_twelve_rounds_end_with_the_one_shown_and_include_ad_hoc_ones():
    first = LAST - timedelta(weeks=30)
    calendar = RoundCalendar(ad_hoc={FRIDAY: DECIDED})
    names = [
        found.round_on for found in last_rounds(calendar, {("viettel", first): received(at(first))}, LAST)
    ]
    assert len(names) == 12
    assert names[-3:] == [date(2026, 11, 4), FRIDAY, LAST]
    assert names[0] == LAST - timedelta(weeks=10)


def test_before_the_first_report_of_all_nobody_was_missing():
    first = LAST - timedelta(weeks=2)
    rounds = last_rounds(CALENDAR, {("viettel", first): received(at(first))}, LAST)
    assert [found.round_on for found in rounds] == [first, first + timedelta(weeks=1), LAST]
    assert [found.round_on for found in last_rounds(CALENDAR, {}, LAST)] == [LAST]
    assert [it.round_on for it in last_rounds(RoundCalendar({FRIDAY: DECIDED}), {}, FRIDAY)] == [FRIDAY]


def test_twelve_rounds_are_tallied():
    came = {
        ("viettel", LAST - timedelta(weeks=2)): received(at(LAST - timedelta(weeks=2), 9)),
        ("viettel", LAST): received(at(LAST, 14), files_count=3),
    }
    turns = turns_of(last_rounds(CALENDAR, came, LAST), "viettel", came, at(LAST, 18))
    counted = tally(turns)
    assert [turn.punctuality.value for turn in turns] == ["on_time", "missing", "late"]
    assert (counted[Punctuality.ON_TIME], counted[Punctuality.LATE], counted[Punctuality.MISSING]) == (
        1,
        1,
        1,
    )
