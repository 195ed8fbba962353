"""A web page under the name of a spreadsheet."""

from dashboard.intake.reading.sheet import Fault
from dashboard.store.database import Store
from tests.intake.reports import found, good_rows, sheet_of


def test_the_suggestion_says_how_to_save_it(store: Store):
    [finding] = found(store, "html_as_spreadsheet", fault=Fault("html_as_spreadsheet"))
    assert "HTML" in finding.message
    assert "*.xlsx" in str(finding.suggestion)


def test_a_spreadsheet_is_none(store: Store):
    assert not found(store, "html_as_spreadsheet", sheet_of(good_rows()))
