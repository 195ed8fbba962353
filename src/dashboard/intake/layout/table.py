"""The table below a header: which rows are figures, and what each of the others is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dashboard.intake.counts import Count, parse_count
from dashboard.intake.layout.header import FEWEST_KNOWN_COLUMNS, Header
from dashboard.intake.layout.vocabulary import (
    COUNT_COLUMNS,
    PLACE_COLUMNS,
    SIM_COLUMNS,
    row_label,
    without_enumeration,
)
from dashboard.intake.matching.places import before_by_district, district_key, is_a_code, names_a_place
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow, cell_name, cell_text, column_letter
from dashboard.reference.names import bare_district

Reason: TypeAlias = str  # column_numbers, district, header, note, plan, total

LONGEST_SHOWN = 80  # characters of a cell within a message
# "(1)", "2", "A", "(5)=(3)+(4)": the row of column numbers that official tables carry below the header.
COLUMN_MARK = re.compile(r"^(\(?[0-9]{1,2}\)?(\s*=.*)?|\(?[A-Z]\)?)$")


@dataclass(frozen=True)
class Cell:
    """A cell in its place. `value` is what the sender's program saved; `formula` is never evaluated."""

    sheet: str | None
    row: int
    column: str
    value: CellValue
    formula: str | None = None

    @property
    def text(self) -> str:
        """The value as a person reads it, "" for an empty cell."""
        return cell_text(self.value)

    @property
    def shown(self) -> str:
        """The text in one line, cut where it is too long for a sentence."""
        line = " ".join(self.text.split())
        return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"

    @property
    def name(self) -> str:
        """Name of the cell: "D17"."""
        return f"{self.column}{self.row}"


@dataclass(frozen=True)
class DataRow:
    """A row of figures: a cell for each known column, and the counts parsed from them.

    `district` also comes from a row above: districts are written once, over their communes.
    """

    number: int
    cells: Mapping[str, Cell]
    counts: Mapping[str, Count]
    district: str = ""

    def text(self, column: str) -> str:
        """Text of a column, "" where the file has no such column."""
        return self.cells[column].text if column in self.cells else ""

    def shown(self, column: str) -> str:
        """The text of a column as a sentence shows it."""
        return self.cells[column].shown if column in self.cells else ""

    @property
    def place(self) -> Cell:
        """The cell that names the commune: the name where there is one, else the code."""
        filled = [self.cells[column] for column in reversed(PLACE_COLUMNS) if self.text(column)]
        return filled[0] if filled else self.cells[next(c for c in PLACE_COLUMNS if c in self.cells)]


@dataclass(frozen=True)
class SkippedRow:
    """A row that holds no figures of a commune, with the reason and what stood there."""

    number: int
    reason: Reason
    text: str


@dataclass(frozen=True)
class Table:
    """The rows of figures, and every other row of the sheet with what it is; total rows also parsed."""

    header: Header
    rows: tuple[DataRow, ...]
    totals: tuple[DataRow, ...]
    skipped: tuple[SkippedRow, ...]

    @property
    def sheet_name(self) -> str | None:
        """Name of the sheet, None for a CSV."""
        return self.header.sheet.name or None


def read_table(header: Header) -> Table:
    """Every row of the sheet put where it belongs."""
    rows, totals, skipped = [], [], []
    district = ""
    for sheet_row in header.sheet.rows:
        row = _data_row(header, sheet_row, district)
        reason = _reason(header, sheet_row, row)
        district = _district_below(row, sheet_row, reason, district)
        if reason is None:
            rows.append(row)
        elif reason == "total":
            totals.append(row)
        if reason is not None:
            skipped.append(SkippedRow(sheet_row.number, reason, " | ".join(_texts(sheet_row))))
    return Table(header, tuple(rows), tuple(totals), tuple(skipped))


def _reason(header: Header, sheet_row: SheetRow, row: DataRow) -> Reason | None:
    """Why a row holds no figures of a commune; None when it does."""
    if sheet_row.number < header.first_row:
        return "note"
    if sheet_row.number <= header.last_row or _repeats_header(header, sheet_row):
        return "header"
    if sheet_row.number == header.last_row + 1 and all(map(COLUMN_MARK.match, _texts(sheet_row))):
        return "column_numbers"
    if names_a_place(row.text("commune_name")) or is_a_code(row.text("commune_code")):
        return None
    return _reason_by_label(header, sheet_row, row) or _reason_by_content(row)


def _reason_by_label(header: Header, sheet_row: SheetRow, row: DataRow) -> Reason | None:
    """Labels of totals and districts stand left of the figures; a plan's label anywhere."""
    figures_start = min(index for column, index in header.columns.items() if column in COUNT_COLUMNS)
    for index, value in enumerate(sheet_row.cells):
        if not isinstance(value, str) or index == header.columns.get("district_name"):
            continue
        label = row_label(value)
        if label == "plan" or (label == "total" and index < figures_start):
            return label
        if index < figures_start and (label == "subtotal" or _is_district(value)):
            return "district"
    has_place = any(row.text(column) for column in PLACE_COLUMNS)
    return "district" if row.text("district_name") and not has_place else None


def _reason_by_content(row: DataRow) -> Reason | None:
    """A row without a commune we know is still one of figures when it has numbers: then it is a finding."""
    with_digits_count = sum(bool(re.search(r"[0-9]", row.text(column))) for column in COUNT_COLUMNS)
    if any(row.text(column) for column in PLACE_COLUMNS):
        has_figures = with_digits_count > 0
    else:  # one cell with a digit may be the date above a signature
        is_number = any(count.value is not None for count in row.counts.values())
        has_figures = is_number or with_digits_count > 1
    return None if has_figures else "note"


def _district_below(row: DataRow, sheet_row: SheetRow, reason: Reason | None, district: str) -> str:
    """District that the rows below belong to when they name none themselves."""
    if reason == "district":
        return next((text for text in _texts(sheet_row) if _is_district(text)), district)
    return row.district if reason is None else district


def _data_row(header: Header, sheet_row: SheetRow, district_above: str) -> DataRow:
    cells = {column: _cell(header.sheet, sheet_row, index) for column, index in header.columns.items()}
    counts = {
        column: parse_count(cells[column].value)
        for column in (*COUNT_COLUMNS, *SIM_COLUMNS)
        if column in cells
    }
    district = cells["district_name"].text if "district_name" in cells else ""
    return DataRow(sheet_row.number, cells, counts, district or district_above)


def _cell(sheet: Sheet, row: SheetRow, index: int) -> Cell:
    value = row.cells[index] if index < len(row.cells) else None
    formula = sheet.formulas.get(cell_name(row.number, index))
    if formula is None and isinstance(value, str) and value.startswith(("=", "@")):
        formula = value[1:]  # text that a spreadsheet program takes for a formula when it opens a CSV
    return Cell(sheet.name or None, row.number, column_letter(index), value, formula)


def _repeats_header(header: Header, row: SheetRow) -> bool:
    """A header printed again at the top of each page."""
    return len(header.labels.intersection(_texts(row))) >= FEWEST_KNOWN_COLUMNS


def _is_district(text: str) -> bool:
    """Whether a text is the name of a district with its kind: "II. Huyện Hà Trung", "TP. Sầm Sơn"."""
    name = without_enumeration(text)
    has_kind = bare_district(name) != " ".join(name.lower().split())
    return has_kind and district_key(name) in before_by_district()


def _texts(row: SheetRow) -> tuple[str, ...]:
    return tuple(cell_text(cell) for cell in row.cells if cell is not None)
