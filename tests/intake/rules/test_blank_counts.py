"""Rows that name a commune and say nothing of it."""

from dashboard.store.database import Store
from tests.intake.reports import examined, found, good_rows, sheet_of


def test_a_row_without_counts_leaves_its_commune_not_reported(store: Store):
    rows = good_rows()
    rows[0] = [*rows[0][:2]]
    sheet = sheet_of(rows)
    [finding] = found(store, "blank_counts", sheet)
    receipt = examined(store, sheet).receipt
    assert (finding.row, finding.severity) == (3, "warning")
    assert (receipt.status, receipt.communes_count) == ("accepted_with_warnings", 165)
    assert not found(store, "not_a_number", sheet)


def test_zeros_are_counts(store: Store):
    rows = good_rows()
    rows[0] = [*rows[0][:2], 0, 0, 0, 0, 0]
    assert not found(store, "blank_counts", sheet_of(rows))
