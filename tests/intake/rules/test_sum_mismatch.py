"""Total = verified + unverified."""

from dashboard.store.database import Store
from tests.intake.reports import changed, found, good_rows, sheet_of


def test_a_row_that_does_not_add_up_is_refused_with_the_difference(store: Store):
    [finding] = found(store, "sum_mismatch", sheet_of(changed(3, 2, 1100)))
    assert (finding.row, finding.column, finding.value) == (3, "C", "1100")
    assert "1.100" in finding.message
    assert "lệch 1.000" in finding.message
    assert finding.severity == "error"


def test_rows_that_add_up_are_no_finding(store: Store):
    assert not found(store, "sum_mismatch", sheet_of(good_rows()))


def test_a_row_with_a_count_that_is_none_is_left_to_that_finding(store: Store):
    assert not found(store, "sum_mismatch", sheet_of(changed(3, 2, "?")))
