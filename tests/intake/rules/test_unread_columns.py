"""Columns that nobody understood."""

from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of


def test_columns_that_are_not_used_are_named(store: Store):
    rows = [[*row, 1] for row in good_rows()]
    sheet = sheet_of(rows, header=(*HEADER, "Số điểm hỗ trợ"))
    [finding] = found(store, "unread_columns", sheet)
    assert "H (“Số điểm hỗ trợ”)" in finding.message
    assert (finding.row, finding.column, finding.severity) == (2, "H", "info")
    assert examined(store, sheet).receipt.status == "accepted"


def test_ordinal_and_note_are_understood_and_not_needed(store: Store):
    rows = [[*row, 1, ""] for row in good_rows()]
    assert not found(store, "unread_columns", sheet_of(rows, header=(*HEADER, "STT", "Ghi chú")))
