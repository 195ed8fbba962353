"""Which rounds there are, when each is due and closes: the policy, days off, and what people decided."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.rebuild import rebuild
from dashboard.reference.carriers import carriers
from dashboard.reference.reporting_round import RoundKind, RoundState
from dashboard.reference.round_calendar import DUE, SUBJECTS, RoundCalendar, read_calendar
from dashboard.reference.round_decisions import By, close_round, move_due, open_ad_hoc_round, withdraw
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store, open_store

WEEKLY, AD_HOC = date(2026, 11, 11), date(2026, 11, 13)
BY = By("Nguyễn Văn A", "theo yêu cầu của UBND tỉnh")
PLAIN = RoundCalendar()


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=LOCAL_ZONE)


def calendar_of(store: Store) -> RoundCalendar:
    with store.reader() as cursor:
        return read_calendar(cursor)


def test_a_weekly_round_expects_every_carrier_and_closes_when_the_next_is_due():
    found = PLAIN.round(WEEKLY)
    assert (found.kind, found.due_at) == (RoundKind.WEEKLY, at(WEEKLY))
    assert found.closes_at == at(date(2026, 11, 18))
    assert found.expected == tuple(carrier.code for carrier in carriers())
    assert (found.reason, found.due_note, found.is_closing_decided) == ("", "", False)


@pytest.mark.parametrize(
    ("round_on", "due", "note"),
    [
        (date(2026, 9, 2), at(date(2026, 9, 3)), "Quốc khánh)"),  # a Wednesday off, Thursday is worked
        (date(2027, 2, 10), at(date(2027, 2, 12)), "lịch nghỉ dự kiến"),  # Tết: Thursday is off too
        (date(2027, 2, 3), at(date(2027, 2, 3)), ""),
    ],
)
def test_a_day_off_moves_the_hour_to_the_next_working_day_and_not_the_name(
    round_on: date, due: datetime, note: str
):
    found = PLAIN.round(round_on)
    assert (found.round_on, found.due_at) == (round_on, due)
    assert note in found.due_note
    assert bool(found.due_note) is bool(note)


def test_the_round_before_a_moved_one_stays_open_as_long():
    assert PLAIN.round(date(2027, 2, 3)).closes_at == at(date(2027, 2, 12))
    assert PLAIN.round(date(2027, 2, 10)).closes_at == at(date(2027, 2, 17))


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)))
def test_every_round_is_due_after_its_day_begins_and_before_it_closes(day: date):
    found = PLAIN.round(PLAIN.round_of(day))
    assert at(found.round_on, 0) < found.due_at < found.closes_at
    assert found.closes_at - found.due_at <= timedelta(days=14)  # the longest Tết between two working days


def test_an_ad_hoc_round_is_named_by_its_own_day_and_every_other_day_by_its_wednesday(store: Store):
    open_ad_hoc_round(store, at(AD_HOC, 15), ("wintel", "viettel"), BY)
    calendar = calendar_of(store)
    [found] = calendar.ad_hoc_rounds()
    assert (found.round_on, found.kind, found.due_at) == (AD_HOC, RoundKind.AD_HOC, at(AD_HOC, 15))
    assert found.expected == ("viettel", "wintel")  # in the order of the reference table
    assert found.reason == BY.reason
    assert found.closes_at == at(date(2026, 11, 18))
    assert calendar.round_of(AD_HOC) == AD_HOC
    assert calendar.round_of(AD_HOC - timedelta(days=1)) == date(2026, 11, 18)
    assert calendar.round_of(WEEKLY) == WEEKLY


def test_an_ad_hoc_round_due_after_the_wednesday_before_its_own_closes_with_the_very_next(store: Store):
    open_ad_hoc_round(
        store, at(date(2027, 2, 11), 9), ("viettel",), BY
    )  # the round of the 10th is due on the 12th
    assert calendar_of(store).round(date(2027, 2, 11)).closes_at == at(date(2027, 2, 12))


def test_a_moved_due_time_says_why_and_moves_the_closing_of_the_round_before(store: Store):
    move_due(store, WEEKLY, at(date(2026, 11, 12), 16), By("A", "họp đột xuất"))
    calendar = calendar_of(store)
    found = calendar.round(WEEKLY)
    assert (found.round_on, found.due_at) == (WEEKLY, at(date(2026, 11, 12), 16))
    assert found.due_note == "đổi hạn: họp đột xuất"
    assert calendar.round(date(2026, 11, 4)).closes_at == at(date(2026, 11, 12), 16)
    withdraw(store, DUE, WEEKLY, By("A", "nhầm"))
    assert calendar_of(store).round(WEEKLY) == PLAIN.round(WEEKLY)


def test_a_round_is_closed_sooner_and_opened_again(store: Store):
    close_round(store, WEEKLY, at(WEEKLY, 14), By("A", "đủ báo cáo"))
    closed = calendar_of(store).round(WEEKLY)
    assert closed.is_closing_decided
    assert closed.state_at(at(WEEKLY, 13)) is RoundState.DUE
    assert closed.state_at(at(WEEKLY, 14)) is RoundState.CLOSED
    close_round(store, WEEKLY, at(date(2026, 11, 25)), By("A", "chờ bản sửa"))
    assert calendar_of(store).round(WEEKLY).state_at(at(date(2026, 11, 20))) is RoundState.DUE


def test_of_a_withdrawn_ad_hoc_round_nobody_is_expected(store: Store):
    open_ad_hoc_round(store, at(AD_HOC, 15), ("viettel",), BY)
    withdraw(store, "ad_hoc_round", AD_HOC, By("A", "không cần nữa"))
    calendar = calendar_of(store)
    assert calendar.ad_hoc_rounds() == ()
    assert calendar.round_of(AD_HOC) == date(2026, 11, 18)
    assert calendar.round(AD_HOC).expected == ()


def test_a_rebuild_knows_the_same_rounds(home: Path):
    store = open_store(home)
    open_ad_hoc_round(store, at(AD_HOC, 15), ("viettel",), BY)
    move_due(store, WEEKLY, at(WEEKLY, 15), BY)
    close_round(store, WEEKLY, at(WEEKLY, 16), BY)
    before = calendar_of(store)
    store.close()
    assert rebuild(home).is_identical
    again = open_store(home)
    assert calendar_of(again) == before
    again.close()


def test_as_of_a_moment_the_calendar_is_as_it_was_then(store: Store):
    move_due(store, WEEKLY, at(WEEKLY, 15), BY)
    with store.reader() as cursor:
        assert read_calendar(cursor, datetime(2020, 1, 1, tzinfo=LOCAL_ZONE)) == PLAIN


def test_three_kinds_of_decision_are_read():
    assert len(set(SUBJECTS)) == 3
