"""A round's state is a function of the moment."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.reporting_round import RoundState
from dashboard.reference.round_calendar import RoundCalendar
from dashboard.settings import LOCAL_ZONE

FOUND = RoundCalendar().round(datetime(2026, 11, 11).date())  # noqa: DTZ001 - a date
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (FOUND.due_at - SECOND, RoundState.OPEN),
        (FOUND.due_at, RoundState.DUE),
        (FOUND.closes_at - SECOND, RoundState.DUE),
        (FOUND.closes_at, RoundState.CLOSED),
    ],
)
def test_a_round_is_open_then_due_then_closed(moment: datetime, state: RoundState):
    assert FOUND.state_at(moment) is state


def test_closed_before_it_was_due_it_is_closed():
    closed = replace(FOUND, closes_at=FOUND.due_at - timedelta(hours=1))
    assert closed.state_at(FOUND.due_at - timedelta(minutes=30)) is RoundState.CLOSED


@given(st.lists(st.timedeltas(-timedelta(days=20), timedelta(days=20)), min_size=2, max_size=2))
def test_time_never_takes_a_round_back(offsets: list[timedelta]):
    order = list(RoundState)
    first, second = (FOUND.state_at(datetime(2026, 11, 14, tzinfo=LOCAL_ZONE) + it) for it in sorted(offsets))
    assert order.index(first) <= order.index(second)
