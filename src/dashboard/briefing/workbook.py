"""One table on one sheet of a workbook: a heading, a header that stays in sight, typed cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from dashboard.briefing.cells import header, is_like_a_formula
from dashboard.reference.columns import Column

MARK_COLOUR = "#B00020"
HEADER_COLOUR = "#E7ECF2"
LINE_COLOUR = "#9AA5B1"
A4 = 9  # paper number of the file format
NARROWEST, WIDEST = 11, 42  # characters
LINE_HEIGHT = 15  # points
MEASURED = {"integer", "number"}
LONGEST_TEXT = 32_767  # characters of a cell, a limit of the file format
LONGEST_SHEET_NAME = 31  # characters, a limit of Excel, as are the signs it refuses
REFUSED_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
SHOWN_AS = {
    "date": "dd/mm/yyyy",
    "timestamp": "dd/mm/yyyy hh:mm",
    "integer": "#,##0",
    "number": "#,##0.00",
    "%": "0.0",
    "điểm %": "+0.0;-0.0;0.0",
    "độ": "0.00000",
}


@dataclass(frozen=True)
class Heading:
    """What stands above the table: title, lines, and the mark of simulated figures or "".

    `sheet` names the sheet; "" names it by the title.
    """

    title: str
    lines: tuple[str, ...] = ()
    mark: str = ""
    sheet: str = ""

    @property
    def header_row(self) -> int:
        """Row from 0 of the table's header, a blank one above it."""
        return 2 + bool(self.mark) + len(self.lines)


@dataclass(frozen=True)
class Grid:
    """The table itself: cells as `cells.cells` gives them, None for an empty one."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]

    def width(self, place: int) -> int:
        """Characters that a column takes: its longest text, within limits."""
        longest = max((len(row[place]) for row in self.rows if isinstance(row[place], str)), default=0)
        return min(max(NARROWEST, longest + 2), WIDEST)


def add_sheet(book: Workbook, heading: Heading, grid: Grid) -> Worksheet:
    """A new sheet with heading and table."""
    sheet = book.add_worksheet(sheet_name(heading.sheet or heading.title))
    top = heading.header_row
    _write_heading(book, sheet, heading)
    _write_header(book, sheet, top, grid)
    _write_cells(book, sheet, top + 1, grid)
    bottom, last = top + max(len(grid.rows), 1), len(grid.columns) - 1
    sheet.autofilter(top, 0, bottom, last)
    sheet.freeze_panes(
        top + 1, sum(1 for _ in takewhile(lambda column: column.type not in MEASURED, grid.columns))
    )
    sheet.ignore_errors({"number_stored_as_text": xl_range(top + 1, 0, bottom, last)})
    _set_up_print(sheet, top, heading)
    return sheet


def _write_heading(book: Workbook, sheet: Worksheet, heading: Heading) -> None:
    """Write title, mark and lines, one below the other."""
    looks: list[tuple[str, dict[str, Any]]] = [(heading.title, {"bold": True, "font_size": 14})]
    looks += [(heading.mark, {"bold": True, "font_color": MARK_COLOUR})] if heading.mark else []
    looks += [(line, {"italic": True}) for line in heading.lines]
    for row, (line, look) in enumerate(looks):
        sheet.write_string(row, 0, line, book.add_format(look))


def _write_header(book: Workbook, sheet: Worksheet, row: int, grid: Grid) -> None:
    """Labels wrap to the width of their columns, and the row is as high as the longest needs."""
    edge = {"border": 1, "border_color": LINE_COLOUR, "bg_color": HEADER_COLOUR}
    look = book.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"} | edge)
    lines_count = 1
    for place, column in enumerate(grid.columns):
        sheet.write_string(row, place, header(column), look)
        lines_count = max(lines_count, len(wrap(header(column), grid.width(place) - 1)))
    sheet.set_row(row, lines_count * LINE_HEIGHT + 4)


def _write_cells(book: Workbook, sheet: Worksheet, top: int, grid: Grid) -> None:
    for place, column in enumerate(grid.columns):
        sheet.set_column(place, place, grid.width(place))
        look, quoted = book.add_format(_look(column)), book.add_format(_look(column) | {"quote_prefix": True})
        for row, cells in enumerate(grid.rows, start=top):
            value = cells[place]
            _write_cell(sheet, (row, place), value, quoted if _needs_quote(value) else look)


def _write_cell(sheet: Worksheet, place: tuple[int, int], value: Any, look: Format) -> None:
    if isinstance(value, str):
        sheet.write_string(*place, value[:LONGEST_TEXT], look)
    elif isinstance(value, date | datetime):
        sheet.write_datetime(*place, value, look)
    elif value is not None:
        sheet.write_number(*place, value, look)


def _needs_quote(value: Any) -> bool:
    """Text that Excel would compute once somebody edits the cell."""
    return isinstance(value, str) and is_like_a_formula(value)


def _look(column: Column) -> dict[str, Any]:
    """Number format and alignment: numbers right, text left and wrapped, dates and yes or no centred."""
    is_measured, is_text = column.type in MEASURED, column.type == "text"
    return {
        "num_format": _shown_as(column),
        "align": "right" if is_measured else "left" if is_text else "center",
        "valign": "top",
        "text_wrap": is_text,
    }


def _shown_as(column: Column) -> str:
    if column.name.endswith("_count_change"):
        return "+#,##0;-#,##0;0"
    return SHOWN_AS.get(column.unit) or SHOWN_AS.get(column.type) or "General"


def sheet_name(title: str) -> str:
    """A title without what Excel refuses in the name of a sheet."""
    name = REFUSED_IN_SHEET_NAME.sub("-", title).strip("'")
    return name[:LONGEST_SHEET_NAME].strip()


def _set_up_print(sheet: Worksheet, top: int, heading: Heading) -> None:
    """A4 across, as wide as the page, header and mark on every page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_footer(f"&L{heading.mark}&RTrang &P/&N")
