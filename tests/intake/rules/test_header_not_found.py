"""Sheets that do not say which column is which."""

from dashboard.intake.reading.sheet import Fault, Sheet
from dashboard.store.database import Store
from tests.intake.reports import examined, found, good_rows, sheet_of


def test_the_message_names_the_sheets_that_were_searched(store: Store):
    sheets = sheet_of(good_rows(), header=(), name="Tháng 11"), Sheet("Khác", ())
    [finding] = found(store, "header_not_found", *sheets)
    assert "“Tháng 11”, “Khác”" in finding.message


def test_a_file_that_could_not_be_read_is_not_asked_for_a_header(store: Store):
    receipt = examined(store, fault=Fault("damaged_file")).receipt
    assert "header_not_found" not in {finding.rule for finding in receipt.findings}


def test_a_header_is_found(store: Store):
    assert not found(store, "header_not_found", sheet_of(good_rows()))
