"""A table for people's own spreadsheets: XLSX to open, CSV to pass on.

Headers come from the column dictionary; numbers stay numbers and dates dates; text is text, whatever it looks
like: no cell becomes a formula.
"""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import pyarrow as pa
from xlsxwriter import Workbook

from dashboard.briefing.cells import cells, header, is_like_a_formula
from dashboard.briefing.workbook import Grid, Heading, add_sheet
from dashboard.reference.columns import Column, columns

# In Vietnamese regional settings the comma is for decimals; Excel and the carriers put this between cells.
CSV_SEPARATOR = ";"
MARK_HEADER = "Ghi chú"
FIGURE_COLUMNS = (
    "round_on",
    "commune_code",
    "commune_name",
    "carrier_name",
    "total_count",
    "verified_count",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
    "verified_pct",
    "verified_pct_change",
    "unverified_count_change",
    "carriers_reported_count",
    "carriers_expected_count",
    "is_partly_reported",
    "reported_on",
)
AS_TEXT_IS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def table_as_xlsx(table: pa.Table, heading: Heading) -> bytes:
    """A workbook of one sheet: heading, then the table under a header that stays in sight.

    Counts show as 1.234 and rates as 85,3 in Vietnamese regional settings and hold the whole number; nulls
    are empty cells; moments are told by the Department's clock. The mark of simulated figures stands above
    the table and on every printed page. Raises KeyError for a column that the column dictionary lacks.
    """
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        book.set_properties({"title": heading.title, "comments": "\n".join((heading.mark, *heading.lines))})
        add_sheet(book, heading, Grid(_columns(table), _rows(table)))
    return stream.getvalue()


def table_as_csv(table: pa.Table, mark: str = "") -> bytes:
    """UTF-8 with a byte order mark, cells separated by `;`, lines by CRLF; the header is the first line.

    Numbers are plain: no thousands separators, a decimal comma, nothing rounded. Dates are dd/mm/yyyy. Text
    that a spreadsheet would take for a formula has an apostrophe before it. The mark of simulated figures is
    a column of its own, so that no row can lose it. Raises KeyError for a column that the dictionary lacks.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=CSV_SEPARATOR, lineterminator="\r\n")
    writer.writerow([*map(header, _columns(table)), *([MARK_HEADER] if mark else [])])
    for row in _rows(table):
        writer.writerow([*map(_plain, row), *([mark] if mark else [])])
    return stream.getvalue().encode("utf-8-sig")


def for_readers(figures: pa.Table) -> pa.Table:
    """Of figures as `measures` gives them the columns that people read, in the order they read them."""
    return figures.select([name for name in FIGURE_COLUMNS if name in figures.column_names])


def _columns(table: pa.Table) -> list[Column]:
    return [columns()[name] for name in table.column_names]


def _rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return list(zip(*(cells(table[name]) for name in table.column_names), strict=True))


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    return f"'{value}" if isinstance(value, str) and is_like_a_formula(value) else str(value)
