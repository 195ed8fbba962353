"""Counts that no carrier can have in one commune."""

from dashboard.store.database import Store
from tests.intake.reports import changed, examined, found, good_rows, sheet_of


def test_a_count_beyond_any_carrier_is_refused_and_does_not_reach_the_totals(store: Store):
    for value in (100_000_001, 1e300, "9" * 39):
        sheet = sheet_of(changed(3, 2, value))
        [finding] = found(store, "implausible_count", sheet)
        assert finding.severity == "error"
        assert examined(store, sheet).receipt.totals["total_count"] == 165 * 100


def test_a_large_commune_is_fine(store: Store):
    assert not found(store, "implausible_count", sheet_of(changed(3, 2, 100_000)))
    assert not found(store, "implausible_count", sheet_of(good_rows()))
