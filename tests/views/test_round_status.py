"""Which round the state of reporting opens with."""

from datetime import date

import pytest

from dashboard.views.round_status import round_to_show

KNOWN = (date(2026, 11, 11), date(2026, 11, 18))
DUE = date(2026, 11, 25)


@pytest.mark.parametrize(("today", "shown"), [(22, KNOWN[-1]), (23, DUE), (25, DUE)])
def test_the_round_now_due_opens_two_days_before(today: int, shown: date):
    assert round_to_show(KNOWN, date(2026, 11, today), "") == shown


def test_it_opens_sooner_once_it_has_a_file():
    assert round_to_show((*KNOWN, DUE), date(2026, 11, 20), "") == DUE


def test_before_the_first_file_of_all_the_round_now_due_can_be_asked_for():
    assert round_to_show((), date(2026, 11, 20), "") == DUE


@pytest.mark.parametrize("asked", [*KNOWN, DUE])
def test_the_address_chooses_a_round_that_is_known_or_due(asked: date):
    assert round_to_show(KNOWN, date(2026, 11, 20), asked.isoformat()) == asked


@pytest.mark.parametrize("asked", ["2026-13-40", "2020-01-01", "x"])
def test_an_odd_address_falls_back(asked: str):
    assert round_to_show(KNOWN, date(2026, 11, 20), asked) == KNOWN[-1]
