"""A table without a header: figures from its first row on, its columns known by their letters alone.

What they mean only a person can say. Once confirmed it is a layout like any other, whose texts are the
letters: the carrier's next table of the same width without a header is read by it.
"""

from dashboard.intake.counts import parse_count
from dashboard.intake.layout.header import SEARCHED_ROWS, Header
from dashboard.intake.layout.known import nameless
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.matching.places import is_a_code, names_a_place
from dashboard.intake.reading.sheet import Sheet, SheetRow, cell_text

FEWEST_LABELS = 3  # of a row that can be a header: a place and two figures
HEADERLESS_ROW = 0  # where a person says that no row is the header; rows count from 1


def headerless(sheet: Sheet) -> Header | None:
    """Letters for a header, above the first row of figures of a sheet.

    Looked for where a header would be. None for a sheet without figures, and where a row above them may be a
    header: that is to be understood.
    """
    top = sheet.rows[:SEARCHED_ROWS]
    figures = [row for row in top if is_of_figures(row)]
    if not figures or any(can_be_header(row) for row in top if row.number < figures[0].number):
        return None
    width = max(len(row.cells) for row in figures)
    filled = {index for row in figures for index, cell in enumerate(row.cells) if cell is not None}
    texts = tuple(nameless(index) if index in filled else "" for index in range(width))
    above = figures[0].number - 1
    return Header(sheet, above + 1, above, {}, {}, {}, frozenset(), texts)


def is_of_figures(row: SheetRow) -> bool:
    """Whether a row names a commune, by code or name, and has the five counts."""
    counts_count = sum(parse_count(cell).value is not None for cell in row.cells)
    codes_count = sum(map(is_a_code, texts := list(map(cell_text, row.cells))))
    has_place = codes_count > 0 or any(map(names_a_place, texts))
    return has_place and counts_count - codes_count >= len(COUNT_COLUMNS)


def can_be_header(row: SheetRow) -> bool:
    """Whether a row has words in several cells, and is none of figures."""
    texts = [cell for cell in row.cells if isinstance(cell, str) and parse_count(cell).value is None]
    numbers_count = sum(parse_count(cell).value is not None for cell in row.cells)
    holds_figures = numbers_count >= FEWEST_LABELS or any(map(names_a_place, texts))
    return len(texts) >= FEWEST_LABELS and not holds_figures
