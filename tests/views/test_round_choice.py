"""Which round the board opens with."""

from datetime import date, datetime

import pytest

from dashboard.reference.round_calendar import AD_HOC, RoundCalendar
from dashboard.settings import LOCAL_ZONE
from dashboard.store.decisions import Decision
from dashboard.views.round_choice import offered_rounds, round_to_show

KNOWN = (date(2026, 11, 11), date(2026, 11, 18))
DUE = date(2026, 11, 25)
CALENDAR = RoundCalendar()


def at(day: int, hour: int = 9, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize(
    ("now", "shown"), [(at(22), KNOWN[-1]), (at(23), DUE), (at(25), DUE), (at(25, 17), DUE)]
)
def test_the_round_now_due_opens_two_days_before(now: datetime, shown: date):
    assert round_to_show(KNOWN, CALENDAR, now, "") == shown


def test_it_opens_sooner_once_it_has_a_file():
    assert round_to_show((*KNOWN, DUE), CALENDAR, at(20), "") == DUE


def test_the_day_after_the_round_that_was_due_stays_though_nobody_reported():
    assert round_to_show(KNOWN, CALENDAR, at(26), "") == DUE


def test_before_the_first_file_of_all_the_round_under_way_opens():
    assert round_to_show((), CALENDAR, at(20), "") == DUE


@pytest.mark.parametrize("asked", [*KNOWN, DUE])
def test_the_address_chooses_a_round_that_is_offered(asked: date):
    assert round_to_show(KNOWN, CALENDAR, at(20), asked.isoformat()) == asked


@pytest.mark.parametrize("asked", ["2026-13-40", "2020-01-01", "x"])
def test_an_odd_address_falls_back(asked: str):
    assert round_to_show(KNOWN, CALENDAR, at(20), asked) == KNOWN[-1]


def test_a_round_moved_behind_a_holiday_opens_until_it_is_due():
    eve_of_the_working_day = at(11, 9, 2, 2027)  # the round of Wednesday 10/02 is due on Friday 12/02
    assert round_to_show(KNOWN, CALENDAR, eve_of_the_working_day, "") == date(2027, 2, 10)


def test_an_ad_hoc_round_is_offered_and_opens_when_it_is_due_first():
    content = {"due_at": "2026-11-20T15:00:00+07:00", "carriers": ["viettel"]}
    decision = Decision(1, AD_HOC, "2026-11-20", content, at(19), "A", "họp")
    calendar = RoundCalendar(ad_hoc={date(2026, 11, 20): decision})
    assert offered_rounds(KNOWN, calendar, at(19)) == [DUE, date(2026, 11, 20), *reversed(KNOWN)]
    assert round_to_show(KNOWN, calendar, at(19), "") == date(2026, 11, 20)
