"""CSV to cells: whatever encoding and delimiter."""

import csv
import io
from collections import Counter

from dashboard.intake.reading.limits import MOST_COLUMNS, MOST_ROWS
from dashboard.intake.reading.sheet import CellValue, FaultError, Reading, Sheet
from dashboard.intake.reading.workbook import clean, filled_rows
from dashboard.intake.reading.xlsx_scan import check_reach

# In this order: an UTF-16 file has a byte order mark; UTF-8 fails on text of other encodings; Windows-1258,
# what old Vietnamese Windows programs write, hardly ever fails and comes last.
UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")
ENCODINGS = ("utf-8-sig", "cp1258")
DELIMITERS = ";\t,|"
SNIFFED_ROWS = 60
DELIMITER_HINT = "sep="  # first line by which a file tells Excel its delimiter


def read_delimited(content: bytes) -> Reading:
    """A CSV as one sheet without a name. Raises FaultError."""
    text = decoded(content)
    try:
        rows = _rows(text, delimiter_of(text))
    except csv.Error as error:  # a field of more than 128 KiB, most likely a quote that never ends
        raise FaultError("damaged_file") from error
    grid: list[list[CellValue]] = [[clean(cell) for cell in row] for row in rows]
    if text.startswith(DELIMITER_HINT):
        grid[0] = []
    return Reading("csv", (Sheet("", tuple(filled_rows(grid))),))


def decoded(content: bytes) -> str:
    """The text of a file. Raises FaultError where it is in no known encoding."""
    encodings = ("utf-16",) if content.startswith(UTF16_STARTS) else ENCODINGS
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FaultError("not_a_spreadsheet", kind="tệp chữ có bảng mã không rõ")


def delimiter_of(text: str) -> str:
    """The delimiter that most rows agree on the width by, then the one that makes them widest.

    A comma of decimals is in all rows of figures but not in the header.
    """
    if text.startswith(DELIMITER_HINT):
        return text.removeprefix(DELIMITER_HINT)[:1]
    lines = "\n".join(text.splitlines()[:SNIFFED_ROWS])
    return max(DELIMITERS, key=lambda delimiter: _regularity(lines, delimiter))


def _regularity(lines: str, delimiter: str) -> tuple[int, int]:
    """Number of rows of the commonest width, and that width; rows of one cell are of no delimiter."""
    widths = Counter(len(row) for row in csv.reader(io.StringIO(lines), delimiter=delimiter) if len(row) > 1)
    return max(((rows, width) for width, rows in widths.items()), default=(0, 0))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        rows.append(row)
        if row and (len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS):
            check_reach("", len(rows), len(row) - 1)
    return rows
