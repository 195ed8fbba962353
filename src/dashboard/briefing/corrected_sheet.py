"""One sheet of a correction workbook: the sender's values in their places, coloured and noted where wrong."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.briefing.cells import is_like_a_formula
from dashboard.briefing.findings import SEVERITY_GROUND, SEVERITY_WORDS, cell_of
from dashboard.briefing.workbook import HEADER_COLOUR, LONGEST_TEXT, NARROWEST, WIDEST
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.header import Header
from dashboard.intake.reading.dress import Dress
from dashboard.intake.reading.sheet import (
    CellValue,
    Sheet,
    cell_name,
    cell_position,
    cell_text,
)
from dashboard.intake.rules import formula_in_cell

DATE_FORMAT = "dd/mm/yyyy"
AUTHOR = "Sở Khoa học và Công nghệ"
NOTE_WIDTH, NOTE_LINE_HEIGHT, NOTE_LINE_CHARACTERS = 330, 17, 46  # pixels; Tahoma 8, Excel's own for notes
FEWEST_OF_A_ROW = 3  # filled cells that make a row one of a table
LONGEST_NOTE = 4_000  # characters
HEADER_LOOK = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": HEADER_COLOUR}
WEIGHT = [Severity.ERROR, Severity.WARNING, Severity.INFO]


@dataclass(frozen=True)
class CorrectedSheet:
    """A sheet as read, the name that it gets, the findings that point into it, and how it looked."""

    sheet: Sheet
    name: str
    findings: tuple[Finding, ...]
    header: Header | None
    dress: Dress

    @property
    def is_plain(self) -> bool:
        """Whether nothing is known of its looks, as of a CSV."""
        return not self.dress.of(self.sheet.name).cells

    def by_cell(self) -> Mapping[str, list[Finding]]:
        """The findings by the cell that they point to, the weightiest first."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in sorted(self.findings, key=lambda it: WEIGHT.index(it.severity)):
            found[cell_of(finding) or ""].append(finding)
        return found

    def is_header(self, row: int) -> bool:
        """Whether a row, from 1, is one of the header's."""
        return self.header is not None and self.header.first_row <= row <= self.header.last_row


def write_sheet(book: Workbook, part: CorrectedSheet) -> None:
    """Add the sheet: values, looks, colours, notes."""
    sheet, looks = book.add_worksheet(part.name), _Looks(book, part)
    found, dress = part.by_cell(), part.dress.of(part.sheet.name)
    _set_sizes(sheet, part)
    for top, left, bottom, right in dress.merged:
        sheet.merge_range(top, left, bottom, right, "", looks.of(cell_name(top + 1, left), found))
    values = {
        cell_name(row.number, column): value
        for row in part.sheet.rows
        for column, value in enumerate(row.cells)
    }
    for cell in {**values, **part.sheet.formulas, **found}:
        value = _value(cell, values.get(cell), part, found)
        _write(sheet, cell, value, looks.of(cell, found, value))
        if note := _note(cell, value, part, found):
            height = NOTE_LINE_HEIGHT * (
                1 + sum(ceil(len(it) / NOTE_LINE_CHARACTERS) or 1 for it in note.split("\n"))
            )
            sheet.write_comment(cell, note, {"author": AUTHOR, "width": NOTE_WIDTH, "height": height})
    if part.header is not None:
        sheet.freeze_panes(part.header.last_row, 0)


class _Looks:
    """Formats of a workbook, each made once: the sender's look, our ground upon it."""

    def __init__(self, book: Workbook, part: CorrectedSheet) -> None:
        self._part = part
        self._cells = part.dress.of(part.sheet.name).cells
        self._made = cache(lambda look: book.add_format(dict(look)))

    def of(self, cell: str, found: Mapping[str, list[Finding]], value: CellValue = None) -> Format:
        """The format of a cell that holds a value."""
        look: dict[str, Any] = {}
        if cell in self._cells:
            look |= self._part.dress.looks[self._cells[cell]]
        elif self._part.is_plain and self._part.is_header((cell_position(cell) or (0, 0))[0]):
            look |= HEADER_LOOK
        if isinstance(value, date):
            look.setdefault("num_format", DATE_FORMAT)
        if isinstance(value, str) and is_like_a_formula(value):
            look["quote_prefix"] = True
        if ground := next((SEVERITY_GROUND.get(finding.severity) for finding in found.get(cell, ())), None):
            look |= {"bg_color": ground, "font_color": "#000000"}
        return self._made(tuple(sorted(look.items())))


def _value(
    cell: str, value: CellValue, part: CorrectedSheet, found: Mapping[str, list[Finding]]
) -> CellValue:
    """What goes back for a cell: of a formula the result that the sender's program saved, else its text."""
    formula = part.sheet.formulas.get(cell)
    if formula is None:
        return value
    is_refused = any(
        finding.rule == formula_in_cell.RULE and finding.severity is Severity.ERROR
        for finding in found.get(cell, ())
    )
    return f"={formula}" if is_refused or value is None else value


def _write(sheet: Worksheet, cell: str, value: CellValue, look: Format) -> None:
    """A value as what it is: text is never a formula, link or number to the writer."""
    if value is None:
        sheet.write_blank(cell, None, look)
    elif isinstance(value, bool):
        sheet.write_boolean(cell, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(cell, value, look)
    elif isinstance(value, str):
        sheet.write_string(cell, value[:LONGEST_TEXT], look)
    else:
        sheet.write_number(cell, value, look)


def _note(cell: str, value: CellValue, part: CorrectedSheet, found: Mapping[str, list[Finding]]) -> str:
    """What is to be said of a cell; "" for nothing."""
    lines = [
        f"{SEVERITY_WORDS[finding.severity]}: {finding.message}"
        + (f"\n→ {finding.suggestion}" if finding.suggestion else "")
        for finding in found.get(cell, ())
    ]
    formula = part.sheet.formulas.get(cell)
    if formula is not None:
        kept = "kết quả đã lưu trong tệp" if value != f"={formula}" else "nguyên văn, dưới dạng chữ"
        lines.append(f"Ô này trong tệp gửi là công thức “={formula}”; ở đây chỉ ghi {kept}.")
    return "\n\n".join(lines)[:LONGEST_NOTE]


def _set_sizes(sheet: Worksheet, part: CorrectedSheet) -> None:
    """Widths and heights as the sender had them; of a plain sheet widths by what stands below the header."""
    dress = part.dress.of(part.sheet.name)
    widths = dict(dress.widths) or _widths(part)
    for column, width in widths.items():
        sheet.set_column(column, column, width)
    for row, height in dress.heights.items():
        sheet.set_row(row, height)


def _widths(part: CorrectedSheet) -> dict[int, float]:
    """Width by column, by what stands in rows of a table: a sentence in one cell runs over its neighbours."""
    longest: dict[int, int] = {}
    for row in part.sheet.rows:
        if sum(value is not None for value in row.cells) < FEWEST_OF_A_ROW:
            continue
        for column, value in enumerate(row.cells):
            longest[column] = max(longest.get(column, 0), len(cell_text(value)))
    return {column: min(max(NARROWEST, length + 2), WIDEST) for column, length in longest.items()}
