"""Cells of counts that hold none: what the rules about single numbers share. No rule itself."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.counts import Flaw
from dashboard.intake.finding import Severity
from dashboard.intake.layout.table import Cell, DataRow
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS


def flawed_counts(case: Case, *flaws: Flaw) -> Iterator[tuple[DataRow, str, Cell]]:
    """Row, column and cell of every count with one of these flaws.

    Left to their own rules: rows without any count (blank_counts), formulas without a saved value
    (formula_in_cell), and an empty cell in a column of SIMs, which carriers need not fill.
    """
    for match in case.rows:
        row = match.row
        if is_blank(row):
            continue
        for column, count in row.counts.items():
            cell = row.cells[column]
            is_left = count.flaw is Flaw.EMPTY and (cell.formula is not None or column not in COUNT_COLUMNS)
            if count.flaw in flaws and not is_left:
                yield row, column, cell


def is_blank(row: DataRow) -> bool:
    """Whether all five counts of a row are empty cells: then its commune was not reported."""
    return all(
        row.counts[column].flaw is Flaw.EMPTY and row.cells[column].formula is None
        for column in COUNT_COLUMNS
    )


def severity_of(column: str) -> Severity:
    """The five counts must be right; a wrong count of SIMs, beside them, is left out with a warning."""
    return Severity.ERROR if column in COUNT_COLUMNS else Severity.WARNING
