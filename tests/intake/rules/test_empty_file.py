"""A file without bytes, and a table without rows."""

from dashboard.intake.reading.sheet import Fault
from dashboard.store.database import Store
from tests.intake.reports import examined, found, good_rows, sheet_of


def test_a_file_without_bytes_is_refused(store: Store):
    receipt = examined(store, fault=Fault("empty_file")).receipt
    assert [finding.rule for finding in receipt.findings] == ["empty_file"]
    assert receipt.status == "rejected"


def test_a_header_without_rows_is_refused_at_its_row(store: Store):
    [finding] = found(store, "empty_file", sheet_of([]), carrier_code="mobifone")
    assert (finding.sheet, finding.row, finding.severity) == ("SoLieu", 2, "error")


def test_a_table_with_rows_is_not_empty(store: Store):
    assert not found(store, "empty_file", sheet_of(good_rows()))
