"""Sources that speak of different rounds."""

from datetime import date

from dashboard.store.database import Store
from tests.intake.reports import ROUND_ON, examined, found, good_rows, sheet_of


def test_content_against_what_was_given_is_an_error(store: Store):
    [finding] = found(store, "round_disagrees", sheet_of(good_rows()), round_on=date(2026, 11, 4))
    assert finding.severity == "error"
    assert "04/11/2026" in finding.message
    assert finding.value == "11/11/2026"


def test_content_against_the_file_name_is_an_error(store: Store):
    [finding] = found(store, "round_disagrees", sheet_of(good_rows()), file_name="mobifone_2026-11-04.xlsx")
    assert finding.severity == "error"


def test_a_file_name_against_what_was_given_only_warns(store: Store):
    sheet, name = sheet_of(good_rows()), "mobifone_2026-11-04.xlsx"
    receipt = examined(store, sheet, file_name=name, round_on=ROUND_ON).receipt
    assert (receipt.status, receipt.round_on) == ("accepted_with_warnings", ROUND_ON)


def test_another_day_of_the_same_round_agrees(store: Store):
    assert not found(store, "round_disagrees", sheet_of(good_rows()), file_name="mobifone 10-11-2026.xlsx")
