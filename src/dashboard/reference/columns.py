"""The one column dictionary: every column that tables, exports, database and command line use.

`python -m dashboard.reference.columns` writes docs/data-dictionary.md from data/columns.csv.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from dashboard.paths import DATA_DIR, PROJECT_DIR
from dashboard.reference.tables import header_of, read_rows

DICTIONARY_PATH = PROJECT_DIR / "docs" / "data-dictionary.md"
Type = Literal["text", "integer", "number", "date", "timestamp", "boolean", "geometry"]

HEADING = """# Từ điển dữ liệu

Tạo từ `data/columns.csv` bằng `python -m dashboard.reference.columns`; không sửa trực tiếp tệp này.
Kiểu: text (chữ), integer (số nguyên), number (số thực), date (ngày), timestamp (thời điểm),
boolean (có/không), geometry (hình).

| Cột | Kiểu | Đơn vị | Nhãn | Nhãn ngắn | Mô tả | Nguồn |
|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Column:
    """A column; `unit` is "" where there is none, and all that people read is Vietnamese."""

    name: str
    type: Type
    unit: str
    label: str
    short_label: str
    description: str
    source: str


@cache
def columns() -> Mapping[str, Column]:
    """Name -> column, in the order of the file."""
    rows = read_rows(DATA_DIR / "columns.csv", header_of(Column))
    return MappingProxyType({row["name"]: _column(row) for row in rows})


def dictionary_text() -> str:
    """The data dictionary as Markdown."""
    return HEADING + "".join(_line(column) for column in columns().values())


def _column(row: dict[str, str]) -> Column:
    return Column(**{**row, "type": cast("Type", row["type"])})  # type: ignore[arg-type]


def _line(column: Column) -> str:
    cells = (
        f"`{column.name}`",
        column.type,
        column.unit,
        column.label,
        column.short_label,
        column.description,
        column.source,
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    DICTIONARY_PATH.write_text(dictionary_text(), encoding="utf-8")
