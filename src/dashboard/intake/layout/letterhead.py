"""The text above a table: letterhead, title, period."""

from collections.abc import Iterator, Sequence

from dashboard.intake.layout.header import Header
from dashboard.intake.reading.sheet import Sheet, SheetRow, cell_text

LETTERHEAD_ROWS = 15  # looked at in sheets without the table, and where no header was found


def texts_above(sheets: Sequence[Sheet], header: Header | None) -> Iterator[str]:
    """Text of each row above the table, and of the first rows of the other sheets."""
    for sheet in sheets:
        last_row = header.first_row - 1 if header and sheet is header.sheet else LETTERHEAD_ROWS
        yield from (row_text(row) for row in sheet.rows if row.number <= last_row)


def row_text(row: SheetRow) -> str:
    """Everything a row says, in order."""
    return " ".join(cell_text(cell) for cell in row.cells if cell is not None)
