"""Files of other kinds."""

from dashboard.intake.reading.sheet import Fault
from dashboard.store.database import Store
from tests.intake.reports import found, good_rows, sheet_of


def test_the_message_says_what_the_file_is(store: Store):
    fault = Fault("not_a_spreadsheet", {"kind": "ảnh PNG"})
    [finding] = found(store, "not_a_spreadsheet", fault=fault, file_name="bao-cao.xlsx")
    assert "ảnh PNG" in finding.message
    assert "bao-cao.xlsx" in finding.message


def test_a_file_of_no_known_kind_is_refused_too(store: Store):
    [finding] = found(store, "not_a_spreadsheet", fault=Fault("not_a_spreadsheet"))
    assert finding.severity == "error"


def test_a_spreadsheet_is_one(store: Store):
    assert not found(store, "not_a_spreadsheet", sheet_of(good_rows()))
