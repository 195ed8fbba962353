"""Reading the reference tables in data/."""

import csv
from dataclasses import fields
from pathlib import Path
from typing import Any

LIST_SEPARATOR = "|"  # between the items of a cell that holds several


def read_rows(path: Path, header: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Rows of a UTF-8 CSV with that header, with or without a byte order mark (Excel writes one).

    Raises OSError where the file cannot be read, ValueError naming file and line where the header differs or
    a row is longer or shorter than it.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != header:
            raise ValueError(f"{path}, line 1: the header must be {','.join(header)}")
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise ValueError(f"{path}, line {reader.line_num}: not as many cells as the header")
            rows.append({name: cell.strip() for name, cell in row.items()})
    return tuple(rows)


def items(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds several, without the blanks around them."""
    return tuple(item.strip() for item in cell.split(LIST_SEPARATOR) if item.strip())


def header_of(record: type[Any]) -> tuple[str, ...]:
    """The header of a table whose rows become that dataclass, column by field."""
    return tuple(field.name for field in fields(record))
