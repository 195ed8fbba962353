"""Counts below zero."""

from dashboard.store.database import Store
from tests.intake.reports import changed, found, good_rows, sheet_of


def test_a_negative_count_is_refused(store: Store):
    for value in (-5, -5.0, "-5", "−5"):
        [finding] = found(store, "negative_count", sheet_of(changed(5, 5, value)))
        assert (finding.row, finding.column, finding.severity) == (5, "F", "error")


def test_zero_is_fine(store: Store):
    assert not found(store, "negative_count", sheet_of(changed(5, 5, 0)))
    assert not found(store, "negative_count", sheet_of(good_rows()))
