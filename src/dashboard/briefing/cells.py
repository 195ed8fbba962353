"""Cells of an Arrow table as a person's spreadsheet should have them, and the header above them."""

import math
from datetime import datetime
from typing import Any

import pyarrow as pa

from dashboard.reference.columns import Column
from dashboard.settings import LOCAL_ZONE

YES, NO = "Có", "Không"

# What a spreadsheet takes for the start of a formula, in full width too (OWASP, CSV Injection).
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def header(column: Column) -> str:
    """The column's label, with the unit where it is measured: "Tỷ lệ xác thực (%)". Counts name theirs."""
    return f"{column.label} ({column.unit})" if column.type == "number" and column.unit else column.label


def cells(values: pa.ChunkedArray) -> list[Any]:
    """Values of a column: numbers, dates and texts as they are; moments by the Department's clock without
    a zone, since spreadsheets know none; yes and no in words; lists joined; None for null and NaN."""
    return [_cell(value) for value in values.to_pylist()]


def is_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might compute a text instead of showing it."""
    return text.lstrip().startswith(FORMULA_SIGNS)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, datetime):
        return value.astimezone(LOCAL_ZONE).replace(tzinfo=None)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value
