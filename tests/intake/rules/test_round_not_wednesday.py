"""Days that name no round."""

from datetime import date

from dashboard.store.database import Store
from tests.intake.reports import ROUND_ON, examined, found, good_rows, sheet_of


def test_a_tuesday_is_taken_for_the_round_of_the_day_after_with_a_warning(store: Store):
    sheet = sheet_of(good_rows())
    [finding] = found(store, "round_not_wednesday", sheet, round_on=date(2026, 11, 10))
    receipt = examined(store, sheet, round_on=date(2026, 11, 10)).receipt
    assert "thứ Ba" in finding.message
    assert (receipt.round_on, receipt.status) == (ROUND_ON, "accepted_with_warnings")


def test_a_wednesday_is_no_finding(store: Store):
    assert not found(store, "round_not_wednesday", sheet_of(good_rows()), round_on=ROUND_ON)
