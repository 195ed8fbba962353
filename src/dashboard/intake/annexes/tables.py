"""Finding the further sheets of a report by the words of their headers, whatever the sheets are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dashboard.intake.layout.header import SEARCHED_ROWS, Header, column_meant
from dashboard.intake.layout.table import Cell
from dashboard.intake.layout.vocabulary import (
    COUNT_COLUMNS,
    PLACE_COLUMNS,
    SIM_COLUMNS,
    phrase_key,
    row_label,
)
from dashboard.intake.reading.sheet import Sheet, SheetRow, cell_name, cell_text, column_letter
from dashboard.reference.tables import read_rows

TABLE_PATH = Path(__file__).parent / "vocabulary.csv"


class AnnexKind(StrEnum):
    """What a further sheet is about."""

    SIM_RESULTS = "sim_results"
    SERVICE_POINTS = "service_points"
    PLAN_ITEMS = "plan_items"


# Without these columns a sheet is none of that kind.
REQUIRED = {
    AnnexKind.SERVICE_POINTS: {"point_kind", "commune_name", "address"},
    AnnexKind.PLAN_ITEMS: {"activity", "due_on"},
}


@dataclass(frozen=True)
class AnnexRow:
    """A row below the header that says something: a cell for each known column."""

    number: int
    cells: Mapping[str, Cell]

    def cell(self, column: str) -> Cell | None:
        """The cell of a column, None where the sheet has no such column."""
        return self.cells.get(column)

    def text(self, column: str) -> str:
        """Text of a column, "" where the sheet has no such column."""
        return self.cells[column].text if column in self.cells else ""

    @property
    def first(self) -> Cell:
        """The first cell that holds something; of a row without any the first."""
        cells = list(self.cells.values())
        return next((cell for cell in cells if cell.text or cell.formula), cells[0])


@dataclass(frozen=True)
class AnnexTable:
    """A further sheet: `unknown` are labels nobody knows, by index; `notes` numbers of rows that only hold
    words outside the known columns."""

    kind: AnnexKind
    sheet: Sheet
    header_row: int
    unknown: Mapping[int, str]
    rows: tuple[AnnexRow, ...]
    notes: tuple[int, ...]


def find_annexes(sheets: tuple[Sheet, ...], report: Header | None) -> tuple[AnnexTable, ...]:
    """The visible sheets besides the report's that are annexes; of a CSV, which has one sheet, none.

    A sheet that names one of the five counts is a report or a part of one, never an annex.
    """
    others = (sheet for sheet in sheets if sheet.is_visible and (report is None or sheet is not report.sheet))
    return tuple(table for sheet in others if (table := _table_of(sheet)) is not None)


def _table_of(sheet: Sheet) -> AnnexTable | None:
    for row in sheet.rows[:SEARCHED_ROWS]:
        for kind in AnnexKind:
            columns, unknown = _columns_of(row, kind)
            if _is_header(kind, columns):
                return _read(sheet, kind, row, (columns, unknown))
    return None


def _is_header(kind: AnnexKind, columns: Mapping[str, int]) -> bool:
    if kind is not AnnexKind.SIM_RESULTS:
        return REQUIRED[kind] <= columns.keys()
    has = columns.keys()
    return (
        not has.isdisjoint(PLACE_COLUMNS)
        and not has.isdisjoint(SIM_COLUMNS)
        and has.isdisjoint(COUNT_COLUMNS)
    )


def _columns_of(row: SheetRow, kind: AnnexKind) -> tuple[dict[str, int], dict[int, str]]:
    """Column -> index, and the labels nobody knows. A second column of a meaning counts as unknown."""
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for index, cell in enumerate(row.cells):
        label = cell_text(cell)
        column = _meaning(label, kind)
        if column is None or column in columns:
            unknown |= {index: label} if label else {}
        else:
            columns[column] = index
    return columns, unknown


def _meaning(label: str, kind: AnnexKind) -> str | None:
    """The annex's own word for a label first: "Địa điểm" is an address only among service points."""
    own = _phrases().get(kind, {}).get(phrase_key(label))
    general = column_meant((label,)) if label else None
    is_of_kind = kind is AnnexKind.SIM_RESULTS or general in {"ordinal", "note"}
    return own or (general if is_of_kind else None)


def _read(
    sheet: Sheet, kind: AnnexKind, header: SheetRow, found: tuple[dict[str, int], dict[int, str]]
) -> AnnexTable:
    columns, unknown = found
    rows, notes = [], []
    for sheet_row in sheet.rows:
        if sheet_row.number <= header.number or sheet_row.cells == header.cells:
            continue
        row = AnnexRow(sheet_row.number, dict(_cells(sheet, sheet_row, columns)))
        if _says_something(row, kind):
            rows.append(row)
        elif any(cell_text(cell) for index, cell in enumerate(sheet_row.cells) if _is_beside(index, columns)):
            notes.append(sheet_row.number)
    return AnnexTable(kind, sheet, header.number, MappingProxyType(unknown), tuple(rows), tuple(notes))


def _is_beside(index: int, columns: Mapping[str, int]) -> bool:
    """Whether a cell stands outside the known columns; a row's own number or note is none of its words."""
    return index not in columns.values()


def _says_something(row: AnnexRow, kind: AnnexKind) -> bool:
    """Whether a row holds more than what a form already carries: names of communes, a number, a total."""
    if kind is not AnnexKind.SIM_RESULTS:
        own = row.cells.keys() - {"ordinal", "note"}
        return any(row.cells[column].text or row.cells[column].formula for column in own)
    if any(row_label(cell.text) == "total" for cell in row.cells.values()):
        return False
    return any(cell.text or cell.formula for column, cell in row.cells.items() if column in SIM_COLUMNS)


def _cells(sheet: Sheet, row: SheetRow, columns: Mapping[str, int]) -> Iterator[tuple[str, Cell]]:
    for column, index in columns.items():
        value = row.cells[index] if index < len(row.cells) else None
        formula = sheet.formulas.get(cell_name(row.number, index))
        yield column, Cell(sheet.name or None, row.number, column_letter(index), value, formula)


@cache
def _phrases() -> Mapping[str, Mapping[str, str]]:
    """Annex -> key of a header's phrase -> column. Raises ValueError where the table contradicts itself."""
    phrases: dict[str, dict[str, str]] = {}
    for row in read_rows(TABLE_PATH, ("annex", "column", "phrase")):
        key, of_annex = phrase_key(row["phrase"]), phrases.setdefault(row["annex"], {})
        if of_annex.setdefault(key, row["column"]) != row["column"]:
            raise ValueError(f"{row['annex']}: {row['phrase']!r} stands for two columns")
    if unknown := phrases.keys() - set(AnnexKind):
        raise ValueError(f"{TABLE_PATH.name}: {unknown} is no annex")
    return phrases
