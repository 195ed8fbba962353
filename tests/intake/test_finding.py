"""A finding as a record."""

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.table import Cell

FINDING = Finding("sum_mismatch", Severity.ERROR, "Sai.", suggestion="Sửa.")


def test_a_finding_is_placed_at_a_cell_with_what_stands_there():
    placed = FINDING.at(Cell("SoLieu", 17, "D", 14758.0))
    assert (placed.sheet, placed.row, placed.column, placed.value) == ("SoLieu", 17, "D", "14758")


def test_as_json_it_has_the_fields_of_the_contract_in_their_order():
    assert list(FINDING.as_json()) == [
        "rule", "severity", "sheet", "row", "column", "value", "message", "suggestion",
    ]  # fmt: skip
    assert FINDING.as_json()["severity"] == "error"
