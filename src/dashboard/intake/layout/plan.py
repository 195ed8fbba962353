"""The carrier's handling plan, in its own words, wherever in the file it stands."""

from collections.abc import Iterator
from itertools import pairwise

from dashboard.intake.layout.vocabulary import row_label
from dashboard.intake.reading.sheet import Sheet, SheetRow


def handling_plan(sheets: tuple[Sheet, ...]) -> str | None:
    """The text after the first label of a plan, with the rows of words below it; None without a label."""
    for sheet in sheets:
        for index, row in enumerate(sheet.rows):
            if any(row_label(text) == "plan" for text in _words(row)):
                return "\n".join(filter(None, _lines(sheet.rows[index:]))) or None
    return None


def _lines(rows: tuple[SheetRow, ...]) -> Iterator[str]:
    """The labelled row without its label, then each row that follows without a gap and holds words only."""
    yield _after_label(" ".join(_words(rows[0])))
    for before, row in pairwise(rows):
        if row.number != before.number + 1 or any(isinstance(cell, int | float) for cell in row.cells):
            return
        yield " ".join(_words(row))


def _after_label(text: str) -> str:
    label, _, rest = text.partition(":")
    return rest.strip() if row_label(label) == "plan" else text


def _words(row: SheetRow) -> tuple[str, ...]:
    return tuple(cell for cell in row.cells if isinstance(cell, str))
