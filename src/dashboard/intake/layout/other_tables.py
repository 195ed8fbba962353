"""Communes with figures on sheets other than the one that is read as the report."""

from collections.abc import Iterator

from dashboard.intake.counts import parse_count
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.table import read_table
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.matching.match import Matches
from dashboard.intake.matching.places import names_a_place
from dashboard.intake.reading.sheet import Sheet, SheetRow, cell_text
from dashboard.reference.names import bare_name, fold


def rival_sheets(sheets: tuple[Sheet, ...], headers: tuple[Header, ...], report: Matches) -> tuple[str, ...]:
    """Names of the visible sheets besides the first header's that hold a report too, or communes it lacks.

    A table of something else by commune, say of junk SIMs, is no rival as long as it holds none that the
    report lacks. A hidden sheet, most often last week's, is none either: that it was not read is told.
    """
    reported = {_key(match.place.name) for match in report.rows if match.place is not None}
    known = {header.sheet.name: header for header in headers}
    others = (sheet for sheet in sheets if sheet.is_visible and sheet is not headers[0].sheet)
    return tuple(sheet.name for sheet in others if _is_rival(sheet, known.get(sheet.name), reported))


def _is_rival(sheet: Sheet, header: Header | None, reported: set[str]) -> bool:
    if header is not None and not header.missing:
        return bool(read_table(header).rows)
    named = {name for row in sheet.rows for name in _communes_with_figures(row)}
    return bool(named - reported)


def _communes_with_figures(row: SheetRow) -> Iterator[str]:
    """The folded name of the commune that a row names beside at least as many numbers as a report has."""
    numbers_count = sum(parse_count(cell).value is not None for cell in row.cells)
    if numbers_count >= len(COUNT_COLUMNS) - 1:  # one of the five may be what the sheet lacks
        names = (cell_text(cell) for cell in row.cells if isinstance(cell, str))
        yield from (_key(name) for name in names if names_a_place(name))


def _key(name: str) -> str:
    return fold(bare_name(name))
