"""Counts with a fraction."""

from dashboard.store.database import Store
from tests.intake.reports import changed, found, good_rows, sheet_of


def test_a_fraction_is_refused(store: Store):
    for value in (99.5, "99,5", "1.234,5"):
        [finding] = found(store, "not_whole", sheet_of(changed(4, 2, value)))
        assert (finding.row, finding.column, finding.severity) == (4, "C", "error")


def test_a_whole_number_of_a_floating_kind_is_fine(store: Store):
    assert not found(store, "not_whole", sheet_of(changed(4, 2, 100.0)))
    assert not found(store, "not_whole", sheet_of(good_rows()))
