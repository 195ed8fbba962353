"""Rounds of reporting: one a week, named by the day it is due."""

from datetime import date, datetime, timedelta

from dashboard.reference.policy import policy
from dashboard.settings import LOCAL_ZONE

WEEK = timedelta(days=7)


def round_of(day: date) -> date:
    """The round a day belongs to: the Wednesday on or after it (Thu 5 to Wed 11/11/2026 -> 11/11/2026)."""
    return day + timedelta(days=(policy().round.weekday - day.isoweekday()) % 7)


def previous_round(round_on: date) -> date:
    """The round before."""
    return round_on - WEEK


def next_round(round_on: date) -> date:
    """The round after."""
    return round_on + WEEK


def due_at(round_on: date) -> datetime:
    """When reports of the round are due: that day at 10:00, aware, Asia/Ho_Chi_Minh (letter, part 2)."""
    return datetime.combine(round_on, policy().round.due_time, LOCAL_ZONE)
