"""SIM results of a commune that are told twice."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import sims
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of

RULE = "sim_result_doubled"


def test_a_second_row_of_a_commune_is_left_out_with_a_warning(store: Store):
    [finding] = found(store, RULE, sheet_of(good_rows()), sims(("14797", None, 1), ("14797", None, 2)))
    assert (finding.sheet, finding.row, finding.severity) == ("SIM", 5, "warning")


def test_where_the_table_says_otherwise_its_number_stands(store: Store):
    report = sheet_of([[*row, 9] for row in good_rows()], header=(*HEADER, "SIM rác phát hiện"))
    [finding] = found(store, RULE, report, sims(("14797", None, 5)))
    assert (finding.row, finding.column, finding.value) == (4, "C", "5")
    figures = examined(store, report, sims(("14797", None, 5))).case.figures
    assert {figure.counts["junk_sim_found_count"] for figure in figures} == {9}


def test_the_same_number_twice_is_none(store: Store):
    report = sheet_of([[*row, 9] for row in good_rows()], header=(*HEADER, "SIM rác phát hiện"))
    assert not found(store, RULE, report, sims(("14797", None, 9)))
