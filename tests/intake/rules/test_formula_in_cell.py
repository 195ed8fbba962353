"""Formulas where names and counts belong."""

from dashboard.store.database import Store
from tests.intake.reports import changed, examined, found, good_rows, sheet_of


def test_a_name_made_by_a_formula_is_refused_with_the_formula_as_its_value(store: Store):
    sheet = sheet_of(changed(3, 1, None), formulas={"B3": 'HYPERLINK("http://example.invalid","x")'})
    [finding] = found(store, "formula_in_cell", sheet)
    assert (finding.row, finding.column) == (3, "B")
    assert finding.value == '=HYPERLINK("http://example.invalid","x")'
    assert examined(store, sheet).receipt.status == "rejected"


def test_text_that_a_spreadsheet_program_takes_for_a_formula_is_refused(store: Store):
    for text in ("=1+1", "@SUM(A1)"):
        [finding] = found(store, "formula_in_cell", sheet_of(changed(3, 2, text)))
        assert finding.severity == "error"


def test_counts_saved_with_their_formula_are_used_with_one_warning_for_the_column(store: Store):
    formulas = {f"E{row}": f"C{row}-D{row}" for row in range(3, 169)}
    sheet = sheet_of(good_rows(), formulas=formulas)
    [finding] = found(store, "formula_in_cell", sheet)
    assert (finding.severity, finding.row, finding.column) == ("warning", 3, "E")
    assert "166 ô" in finding.message
    assert examined(store, sheet).receipt.communes_count == 166


def test_a_count_whose_result_was_not_saved_is_refused_once(store: Store):
    examination = examined(store, sheet_of(changed(3, 4, None), formulas={"E3": "C3-D3"}))
    errors = [it.rule for it in examination.receipt.findings if it.severity == "error"]
    assert errors == ["formula_in_cell"]


def test_a_formula_in_a_total_row_is_fine(store: Store):
    sheet = sheet_of([*good_rows(), ["", "Tổng cộng"]], formulas={"C169": "SUM(C3:C168)"})
    assert not found(store, "formula_in_cell", sheet)
