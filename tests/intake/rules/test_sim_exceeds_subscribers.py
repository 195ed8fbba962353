"""More SIMs found than there are subscribers."""

from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of

RULE = "sim_exceeds_subscribers"
WITH_SIMS = (*HEADER, "SIM rác phát hiện", "SIM rác đã xử lý", "SIM không chính chủ")


def test_each_cell_above_the_subscribers_is_a_warning_and_the_file_is_taken(store: Store):
    rows = [[*row, 100, 9, 100] for row in good_rows()]
    assert not found(store, RULE, sheet_of(rows, header=WITH_SIMS))
    rows[0][7:] = [101, 9, 102]
    junk, not_own = found(store, RULE, sheet_of(rows, header=WITH_SIMS))
    assert (junk.severity, junk.row, junk.column, junk.value) == ("warning", 3, "H", "101")
    assert (not_own.column, not_own.value) == ("J", "102")
    assert examined(store, sheet_of(rows, header=WITH_SIMS)).receipt.status == "accepted_with_warnings"


def test_a_file_without_these_columns_or_with_empty_cells_says_nothing(store: Store):
    assert not found(store, RULE, sheet_of(good_rows()))
    rows = [[*row, None, None, None] for row in good_rows()]
    assert not found(store, RULE, sheet_of(rows, header=WITH_SIMS))
