"""How the form's cells look: what is to be filled in is yellow and open, everything else is locked."""

from typing import Any, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.briefing.workbook import A4, HEADER_COLOUR, LINE_COLOUR, MARK_COLOUR

Look: TypeAlias = dict[str, Any]

FILL_IN_COLOUR = "#FFF9DB"
WRONG_COLOUR = "#F8C9C4"
LACKING_COLOUR = "#FFE3A3"
GREY = "#6B7280"
EDGE: Look = {"border": 1, "border_color": LINE_COLOUR}
COUNT = "#,##0"
DAY = "dd/mm/yyyy"

# What may be done on a protected sheet besides filling in: widths and filters are the reader's own affair.
ALLOWED = {"format_columns": True, "format_rows": True, "autofilter": True, "select_locked_cells": True}

TITLE: Look = {"bold": True, "font_size": 14}
LINE: Look = {"bold": True}
HINT: Look = {"italic": True, "font_color": GREY}
MARK: Look = {"bold": True, "font_color": MARK_COLOUR}
HEADER: Look = {
    "bold": True,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
    "bg_color": HEADER_COLOUR,
}
LABEL: Look = {"valign": "vcenter"}
GIVEN_COUNT: Look = {"num_format": COUNT, "align": "right", "font_color": GREY, "italic": True}
TOTAL: Look = {"bold": True, "num_format": COUNT, "bg_color": HEADER_COLOUR}
CHECK: Look = {"font_color": MARK_COLOUR, "font_size": 9, "valign": "vcenter"}
OPEN: Look = {"locked": False, "bg_color": FILL_IN_COLOUR, "valign": "top"}
OPEN_COUNT: Look = OPEN | {"num_format": COUNT, "align": "right"}
OPEN_TEXT: Look = OPEN | {"text_wrap": True}
OPEN_DAY: Look = OPEN | {"num_format": DAY, "align": "center"}
OPEN_DEGREES: Look = OPEN | {"num_format": "0.00000", "align": "right"}


class Palette:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def of(self, style: Look, *, edged: bool = True) -> Format:
        """A format, with a thin line around it unless it stands outside a table."""
        whole = style | (EDGE if edged else {})
        key = repr(whole)
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]


def write_lines(palette: Palette, sheet: Worksheet, lines: tuple[tuple[str, Look], ...]) -> None:
    """Lines from the top of a sheet."""
    for row, (text, style) in enumerate(lines):
        sheet.write_string(row, 0, text, palette.of(style, edged=False))


def set_up(sheet: Worksheet, header_row: int, frozen_columns: int, footer: str) -> None:
    """Header in sight and on every page, A4 across and as wide as the page, locked without a password."""
    sheet.freeze_panes(header_row + 1, frozen_columns)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header_row)
    sheet.set_footer(f"&L&9{footer}&R&9Trang &P/&N")
    sheet.protect("", ALLOWED)
