"""Days that name no round."""

from datetime import date, datetime

from dashboard.reference.round_decisions import By, open_ad_hoc_round
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.intake.reports import ROUND_ON, examined, found, good_rows, sheet_of

FRIDAY = date(2026, 11, 13)


def hold_on_friday(store: Store) -> None:
    due = datetime(2026, 11, 13, 15, tzinfo=LOCAL_ZONE)
    open_ad_hoc_round(store, due, ("mobifone",), By("A", "họp đột xuất"))


def test_a_tuesday_is_taken_for_the_round_of_the_day_after_with_a_warning(store: Store):
    sheet = sheet_of(good_rows())
    [finding] = found(store, "round_not_wednesday", sheet, round_on=date(2026, 11, 10))
    receipt = examined(store, sheet, round_on=date(2026, 11, 10)).receipt
    assert "thứ Ba" in finding.message
    assert (receipt.round_on, receipt.status) == (ROUND_ON, "accepted_with_warnings")


def test_a_wednesday_is_no_finding(store: Store):
    assert not found(store, "round_not_wednesday", sheet_of(good_rows()), round_on=ROUND_ON)


def test_the_day_of_an_ad_hoc_round_is_no_finding_and_its_neighbours_are(store: Store):
    hold_on_friday(store)
    rows = good_rows()
    assert not found(store, "round_not_wednesday", sheet_of(rows), round_on=FRIDAY)
    [finding] = found(store, "round_not_wednesday", sheet_of(rows), round_on=date(2026, 11, 12))
    assert "tính vào kỳ 18/11/2026" in finding.message


def test_a_carrier_that_the_ad_hoc_round_does_not_ask_is_a_warning(store: Store):
    hold_on_friday(store)
    sheet = sheet_of(good_rows())
    [finding] = found(store, "round_not_wednesday", sheet, round_on=FRIDAY, carrier_code="wintel")
    assert "Wintel không thuộc diện" in finding.message
