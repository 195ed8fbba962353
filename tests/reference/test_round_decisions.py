"""What people decide about rounds, and what stands against it."""

from datetime import date, datetime

import pytest

from dashboard.reference.round_calendar import CLOSING, read_calendar
from dashboard.reference.round_decisions import (
    By,
    close_round,
    move_due,
    objection_to_ad_hoc,
    open_ad_hoc_round,
)
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_made

FRIDAY = datetime(2026, 11, 13, 15, tzinfo=LOCAL_ZONE)
WEDNESDAY = datetime(2026, 11, 11, 15, tzinfo=LOCAL_ZONE)
BY = By("A", "họp đột xuất")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((WEDNESDAY, ("viettel",), "x"), "là ngày của một kỳ hàng tuần"),
        ((FRIDAY, (), "x"), "ít nhất một nhà mạng"),
        ((FRIDAY, ("viettel",), "  "), "ghi lý do"),
        ((FRIDAY, ("viettel",), "x"), ""),
    ],
)
def test_an_ad_hoc_round_needs_its_own_day_carriers_and_a_reason(
    store: Store, asked: tuple[datetime, tuple[str, ...], str], said: str
):
    with store.reader() as cursor:
        objection = objection_to_ad_hoc(read_calendar(cursor), *asked)
    assert said in objection
    assert bool(objection) is bool(said)


def test_a_day_has_one_ad_hoc_round(store: Store):
    open_ad_hoc_round(store, FRIDAY, ("viettel",), BY)
    with pytest.raises(ValueError, match="Đã có kỳ đột xuất"):
        open_ad_hoc_round(store, FRIDAY, ("wintel",), BY)


def test_who_when_and_why_are_kept_and_every_decision_stays(store: Store):
    close_round(store, WEDNESDAY.date(), WEDNESDAY, BY)
    close_round(store, WEDNESDAY.date(), FRIDAY, By("B", "mở lại"))
    with store.reader() as cursor:
        made = decisions_made(cursor, CLOSING, "2026-11-11")
    assert [(it.decided_by, it.reason) for it in made] == [("A", "họp đột xuất"), ("B", "mở lại")]
    assert made[0].content == {"closes_at": "2026-11-11T15:00:00+07:00"}


def test_what_makes_no_sense_is_refused(store: Store):
    with pytest.raises(ValueError, match="no time zone"):
        move_due(store, date(2026, 11, 11), datetime(2026, 11, 11, 15), BY)  # noqa: DTZ001
    with pytest.raises(ValueError, match="no such carrier"):
        open_ad_hoc_round(store, FRIDAY, ("nobody",), BY)
    with pytest.raises(ValueError, match="lý do"):
        move_due(store, date(2026, 11, 11), WEDNESDAY, By("A", ""))
