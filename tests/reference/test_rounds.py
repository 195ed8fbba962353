"""Rounds and when they are due."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.rounds import (
    due_at,
    holiday_on,
    is_working_day,
    names_weekly_round,
    next_round,
    previous_round,
    round_of,
    working_day_from,
)
from dashboard.settings import LOCAL_ZONE

days = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("day", range(5, 12))
def test_thursday_to_wednesday_belong_to_that_wednesday(day: int):
    assert round_of(date(2026, 11, day)) == date(2026, 11, 11)


@given(days)
def test_a_round_is_a_wednesday_less_than_a_week_ahead(day: date):
    round_on = round_of(day)
    assert round_on.strftime("%w") == "3"
    assert timedelta() <= round_on - day < timedelta(days=7)


@given(days)
def test_a_round_belongs_to_itself_and_follows_the_one_before(day: date):
    round_on = round_of(day)
    assert round_of(round_on) == round_on
    assert next_round(previous_round(round_on)) == round_on
    assert round_of(previous_round(round_on) + timedelta(days=1)) == round_on


def test_due_at_ten_in_vietnam():
    assert due_at(date(2026, 11, 11)) == datetime(2026, 11, 11, 10, tzinfo=LOCAL_ZONE)
    assert due_at(date(2026, 11, 11)).isoformat() == "2026-11-11T10:00:00+07:00"


@given(days)
def test_a_working_day_is_the_first_from_a_day_on_that_is_no_weekend_and_no_holiday(day: date):
    found = working_day_from(day)
    assert is_working_day(found)
    passed = [day + timedelta(days=count) for count in range((found - day).days)]
    assert all(it.isoweekday() > 5 or holiday_on(it) for it in passed)


def test_national_day_2026_is_a_wednesday_off():
    assert holiday_on(date(2026, 9, 2))
    assert due_at(date(2026, 9, 2)) == datetime(2026, 9, 3, 10, tzinfo=LOCAL_ZONE)


def test_only_the_weekday_of_the_policy_names_weekly_rounds():
    assert names_weekly_round(date(2026, 11, 11))
    assert not names_weekly_round(date(2026, 11, 12))
