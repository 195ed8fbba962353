"""Cells of counts that hold none."""

from dashboard.intake.counts import Flaw
from dashboard.intake.finding import Severity
from dashboard.intake.flawed_counts import flawed_counts, is_blank, severity_of
from dashboard.store.database import Store
from tests.intake.reports import changed, examined, good_rows, sheet_of


def test_cells_with_the_flaw_are_found_with_row_and_column(store: Store):
    case = examined(store, sheet_of(changed(4, 3, -1))).case
    [(row, column, cell)] = flawed_counts(case, Flaw.NEGATIVE)
    assert (row.number, column, cell.name) == (4, "verified_count", "D4")


def test_a_row_without_any_count_is_blank_and_left_to_its_own_rule(store: Store):
    rows = good_rows()
    rows[0] = rows[0][:2]
    case = examined(store, sheet_of(rows)).case
    assert is_blank(case.rows[0].row)
    assert not list(flawed_counts(case, Flaw.EMPTY))


def test_only_the_five_counts_refuse_a_file():
    assert severity_of("total_count") is Severity.ERROR
    assert severity_of("junk_sim_found_count") is Severity.WARNING
