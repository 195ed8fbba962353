"""SIM results of communes that the report says nothing of."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import sims
from tests.intake.reports import found, good_rows, sheet_of

RULE = "sim_result_without_figures"


def test_they_are_named_since_they_are_not_stored(store: Store):
    rows = [row for row in good_rows() if row[0] != "14797"]
    [finding] = found(store, RULE, sheet_of(rows), sims(("14797", None, 1), ("14758", None, 1)))
    assert (finding.row, finding.severity) == (4, "warning")
    assert "Phường Hạc Thành" in finding.message
    assert not found(store, "several_tables", sheet_of(rows), sims(("14797", "Phường Hạc Thành", 1, 1, 1)))


def test_results_of_reported_communes_are_none(store: Store):
    assert not found(store, RULE, sheet_of(good_rows()), sims(("14797", None, 1)))
