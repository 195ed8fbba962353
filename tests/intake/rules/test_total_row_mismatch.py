"""Total rows against the rows they stand for."""

from dashboard.store.database import Store
from tests.intake.reports import HEADER, changed, examined, found, good_rows, sheet_of

TOTAL = ["", "Tổng cộng", 16600, 11620, 4980, 830, 498]


def test_a_total_that_adds_up_is_no_finding(store: Store):
    assert not found(store, "total_row_mismatch", sheet_of([*good_rows(), TOTAL]))


def test_a_total_that_does_not_is_a_warning_for_each_column(store: Store):
    sheet = sheet_of([*good_rows()[1:], TOTAL])
    findings = found(store, "total_row_mismatch", sheet)
    assert [finding.column for finding in findings] == ["C", "D", "E", "F", "G"]
    assert "16.600" in findings[0].message
    assert "lệch 100" in findings[0].message
    assert examined(store, sheet).receipt.status == "accepted_with_warnings"


def test_a_total_may_stand_for_the_rows_since_the_one_before(store: Store):
    half = ["", "Cộng", 8300, 5810, 2490, 415, 249]
    rows = good_rows()
    assert not found(store, "total_row_mismatch", sheet_of([*rows[:83], half, *rows[83:], half, TOTAL]))


def test_a_total_may_stand_above_its_rows(store: Store):
    half = ["", "Cộng", 8300, 5810, 2490, 415, 249]
    rows = good_rows()
    assert not found(store, "total_row_mismatch", sheet_of([TOTAL, *rows]))
    assert not found(store, "total_row_mismatch", sheet_of([TOTAL, half, *rows[:83], half, *rows[83:]]))
    wrong = found(store, "total_row_mismatch", sheet_of([["", "Tổng cộng", 0, 0, 0, 0, 0], *rows]))
    assert [finding.row for finding in wrong] == [3] * 5


def test_a_total_of_sims_is_held_against_its_rows_too(store: Store):
    rows = [[*row, 2] for row in good_rows()]
    header = (*HEADER, "SIM rác phát hiện")
    assert not found(store, "total_row_mismatch", sheet_of([*rows, [*TOTAL, 332]], header=header))
    [finding] = found(store, "total_row_mismatch", sheet_of([*rows, [*TOTAL, 333]], header=header))
    assert (finding.column, finding.value) == ("H", "333")


def test_a_total_by_formula_without_a_saved_result_says_nothing(store: Store):
    sheet = sheet_of([*good_rows(), ["", "Tổng cộng"]], formulas={"C169": "SUM(C3:C168)"})
    assert not found(store, "total_row_mismatch", sheet)


def test_a_column_with_a_flaw_is_left_to_that_finding(store: Store):
    findings = found(store, "total_row_mismatch", sheet_of([*changed(3, 2, "?"), TOTAL]))
    assert not findings
