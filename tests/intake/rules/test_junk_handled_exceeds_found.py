"""More junk SIMs handled than found."""

from dashboard.store.database import Store
from tests.intake.reports import found, good_rows, sheet_of
from tests.intake.rules.test_sim_exceeds_subscribers import WITH_SIMS

RULE = "junk_handled_exceeds_found"


def test_a_row_with_more_handled_than_found_is_a_warning(store: Store):
    rows = [[*row, 5, 5, 1] for row in good_rows()]
    assert not found(store, RULE, sheet_of(rows, header=WITH_SIMS))
    rows[1][7:9] = [5, 6]
    [finding] = found(store, RULE, sheet_of(rows, header=WITH_SIMS))
    assert (finding.severity, finding.row, finding.column, finding.value) == ("warning", 4, "I", "6")


def test_nothing_is_said_where_one_of_the_two_is_not(store: Store):
    rows = [[*row, None, 6, 1] for row in good_rows()]
    assert not found(store, RULE, sheet_of(rows, header=WITH_SIMS))
    assert not found(store, RULE, sheet_of(good_rows()))
