"""Reading the reference tables in data/."""

import csv
from pathlib import Path

LIST_SEPARATOR = "|"  # between the items of a cell that holds several


def read_rows(path: Path) -> tuple[dict[str, str], ...]:
    """Rows of a UTF-8 CSV with a header, with or without a byte order mark (Excel writes one).

    Raises OSError where the file cannot be read, ValueError naming file and line where a row is longer or
    shorter than the header.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise ValueError(f"{path}, line {reader.line_num}: not as many cells as the header")
            rows.append({name: cell.strip() for name, cell in row.items()})
    return tuple(rows)


def items(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds several, without the blanks around them."""
    return tuple(item.strip() for item in cell.split(LIST_SEPARATOR) if item.strip())
