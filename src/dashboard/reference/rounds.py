"""Rounds of reporting: one a week, named by the day it is due; days off move the hour, never the name."""

from datetime import date, datetime, timedelta

from dashboard.reference.policy import Holiday, policy
from dashboard.settings import LOCAL_ZONE

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
SATURDAY = 6  # ISO


def round_of(day: date) -> date:
    """The weekly round of a day: the Wednesday on or after it (Thu 5 to Wed 11/11/2026 -> 11/11/2026)."""
    return day + timedelta(days=(policy().round.weekday - day.isoweekday()) % 7)


def previous_round(round_on: date) -> date:
    """The round before."""
    return round_on - WEEK


def next_round(round_on: date) -> date:
    """The round after."""
    return round_on + WEEK


def due_at(round_on: date) -> datetime:
    """When reports of the round are due by the policy: aware, Asia/Ho_Chi_Minh.

    That day at 10:00 (letter, part 2); where it is a day off, the next working day at the same hour. What
    people decided for one round is known to the calendar (round_calendar.py), not here.
    """
    return datetime.combine(working_day_from(round_on), policy().round.due_time, LOCAL_ZONE)


def names_weekly_round(day: date) -> bool:
    """Whether the day is the weekday that names rounds."""
    return day == round_of(day)


def holiday_on(day: date) -> Holiday | None:
    """The public holiday on a day."""
    return policy().holidays.get(day)


def is_working_day(day: date) -> bool:
    """Whether offices work: neither Saturday or Sunday nor a public holiday of the policy file."""
    return day.isoweekday() < SATURDAY and holiday_on(day) is None


def working_day_from(day: date) -> date:
    """The day itself if it is a working day, else the next one that is."""
    while not is_working_day(day):
        day += DAY
    return day
