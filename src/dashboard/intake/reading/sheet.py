"""What was read from a file: sheets of rows of cells, or the fault that kept it from being read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

# C0 but for tab and line ends, DEL and C1, halves of letters, and the two that no text holds (Unicode, 23).
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
REPLACED = "\ufffd"  # the sign for what cannot be shown
CellValue: TypeAlias = str | int | float | bool | date | None

REFERENCE = re.compile(r"^([A-Z]{1,3})([0-9]{1,7})$")


@dataclass(frozen=True)
class SheetRow:
    """A row that holds something; `number` counts from 1 as the spreadsheet program shows it."""

    number: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet; the only one of a CSV has the name "".

    Text is NFC without blanks around it; empty rows are left out. `formulas` maps a cell ("B44") to the text
    of its formula, which nobody evaluates; the cell itself holds the value that the sender's program saved.
    Old XLS files tell no formulas.
    """

    name: str
    rows: tuple[SheetRow, ...]
    is_visible: bool = True
    formulas: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """Why a file could not be read: the rule that tells of it, and the facts its message needs."""

    rule: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """A file as read: `kind` is xlsx, xls, ods, csv, parquet; or "" where there is a fault."""

    kind: str
    sheets: tuple[Sheet, ...] = ()
    fault: Fault | None = None


class FaultError(Exception):
    """Carries a fault out of the depths of the reader."""

    def __init__(self, rule: str, **facts: str | int) -> None:
        super().__init__(rule, facts)
        self.fault = Fault(rule, facts)


@lru_cache(maxsize=1024)
def column_letter(index: int) -> str:
    """Letter of the column with this index from 0: A, Z, AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Index from 0 of a column's letter; the inverse of `column_letter`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """Name of a cell from its row from 1 and its column from 0: "B44"."""
    return f"{column_letter(column)}{row}"


def cell_position(name: str) -> tuple[int, int] | None:
    """Row from 1 and column from 0 of "B44"; None for what is no name of a cell."""
    found = REFERENCE.match(name)
    return (int(found[2]), column_index(found[1])) if found else None


def cell_text(value: CellValue) -> str:
    """A value as a person reads it: "14758" of 14758.0, "28/10/2026" of a date, "" of nothing."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as JSON takes it; a date becomes {"date": "2026-10-28"}."""
    return {
        "kind": reading.kind,
        "fault": {"rule": reading.fault.rule, "facts": dict(reading.fault.facts)} if reading.fault else None,
        "sheets": [
            {
                "name": sheet.name,
                "is_visible": sheet.is_visible,
                "formulas": dict(sheet.formulas),
                "rows": [[row.number, [_cell_as_json(cell) for cell in row.cells]] for row in sheet.rows],
            }
            for sheet in reading.sheets
        ],
    }


def from_json(answer: dict[str, Any]) -> Reading:
    """The inverse of `as_json`."""
    fault = answer["fault"]
    return Reading(
        kind=answer["kind"],
        sheets=tuple(_sheet_from_json(sheet) for sheet in answer["sheets"]),
        fault=Fault(fault["rule"], fault["facts"]) if fault else None,
    )


def without_controls(text: str) -> str:
    """A text without what commands a terminal or breaks XML: control characters become a visible sign, those
    that part words a blank. A workbook can spell them out: _x001B_."""
    return CONTROLS.sub(lambda found: " " if found[0].isspace() else REPLACED, text)


def _sheet_from_json(sheet: dict[str, Any]) -> Sheet:
    rows = tuple(SheetRow(number, tuple(map(_cell_from_json, cells))) for number, cells in sheet["rows"])
    formulas = {cell: without_controls(formula) for cell, formula in sheet["formulas"].items()}
    return Sheet(without_controls(sheet["name"]), rows, sheet["is_visible"], formulas)


def _cell_as_json(cell: CellValue) -> Any:
    return {"date": cell.isoformat()} if isinstance(cell, date) else cell


def _cell_from_json(cell: Any) -> CellValue:
    if isinstance(cell, str):
        return without_controls(cell)
    return date.fromisoformat(cell["date"]) if isinstance(cell, dict) else cell
