"""Both locks are part of the unverified."""

from dashboard.store.database import Store
from tests.intake.reports import changed, found, good_rows, sheet_of


def test_more_locked_than_unverified_is_refused_at_the_larger_lock(store: Store):
    for column, letter in ((5, "F"), (6, "G")):
        [finding] = found(store, "locks_exceed_unverified", sheet_of(changed(3, column, 29)))
        assert (finding.row, finding.column, finding.value) == (3, letter, "29")
        assert finding.severity == "error"


def test_all_unverified_may_be_locked(store: Store):
    assert not found(store, "locks_exceed_unverified", sheet_of(changed(3, 5, 27)))
    assert not found(store, "locks_exceed_unverified", sheet_of(good_rows()))
