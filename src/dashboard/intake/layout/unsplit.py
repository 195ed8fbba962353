"""Cells that hold a whole row, or many: another delimiter in some lines of a CSV, or a quote never closed."""

from dashboard.intake.counts import parse_count
from dashboard.intake.layout.table import Cell
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.reading.delimited import DELIMITERS
from dashboard.intake.reading.sheet import Sheet, column_letter

LONGEST_LINE = 2000  # characters of a line looked at; a row of a report has about 100


def unsplit_cells(sheet: Sheet) -> tuple[Cell, ...]:
    """The cells of a sheet in which a line falls into as many numbers as a row of a report has."""
    return tuple(
        Cell(sheet.name or None, row.number, column_letter(index), value)
        for row in sheet.rows
        for index, value in enumerate(row.cells)
        if isinstance(value, str) and any(map(holds_a_row, value.splitlines()))
    )


def holds_a_row(line: str) -> bool:
    """Whether a text is a row of figures in itself: "14758;Phường Hàm Rồng;100;70;30;5;3"."""
    return any(_numbers_count(line[:LONGEST_LINE], sign) >= len(COUNT_COLUMNS) for sign in DELIMITERS)


def _numbers_count(line: str, sign: str) -> int:
    """How many numbers a text holds when it is split by this sign, if words stand beside them."""
    if line.count(sign) < len(COUNT_COLUMNS):
        return 0
    parts = [part.strip(' "') for part in line.split(sign)]
    are_numbers = [parse_count(part).value is not None for part in parts]
    return 0 if all(are_numbers) else sum(are_numbers)
