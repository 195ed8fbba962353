"""Cells of counts that hold no number."""

from datetime import date

import pytest

from dashboard.store.database import Store
from tests.intake.reports import HEADER, changed, examined, found, good_rows, sheet_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("khoảng 3000", "khoảng 3000"),
        ("-", "-"),
        (True, "True"),
        (date(2026, 11, 11), "11/11/2026"),
        ("#REF!", "#REF!"),
    ],
)
def test_what_is_no_number_is_refused_with_its_text(value: str | bool | date, text: str, store: Store):
    [finding] = found(store, "not_a_number", sheet_of(changed(3, 3, value)))
    assert (finding.row, finding.column, finding.value) == (3, "D", text)
    assert "Phường Hàm Rồng" in finding.message


def test_an_empty_cell_is_not_zero(store: Store):
    [finding] = found(store, "not_a_number", sheet_of(changed(3, 6, None)))
    assert "để trống" in finding.message
    assert finding.severity == "error"


def test_a_count_of_sims_that_is_no_number_is_left_out_with_a_warning_and_may_be_empty(store: Store):
    rows = [[*row, None] for row in good_rows()]
    rows[0][-1] = "không rõ"
    examination = examined(store, sheet_of(rows, header=(*HEADER, "SIM rác")))
    [finding] = [it for it in examination.receipt.findings if it.rule == "not_a_number"]
    assert finding.severity == "warning"
    assert examination.case.figures[0].counts["junk_sim_found_count"] is None
