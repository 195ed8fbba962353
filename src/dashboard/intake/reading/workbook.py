"""XLSX, ODS and XLS to cells."""

import io
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import python_calamine as calamine

from dashboard.intake.reading.archives import open_archive, spreadsheet_kind
from dashboard.intake.reading.limits import MOST_SHEETS, Limits
from dashboard.intake.reading.ods_scan import scan_ods
from dashboard.intake.reading.sheet import (
    CellValue,
    FaultError,
    Reading,
    Sheet,
    SheetRow,
    cell_position,
)
from dashboard.intake.reading.xlsx_scan import SheetScan, check_reach, scan_workbook

ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")  # an OLE file that wraps an encrypted workbook

# Soft hyphen; Arabic letter mark; Mongolian separator; zero width and direction marks; word joiner and the
# invisible signs and isolates after it; byte order mark.
INVISIBLE = dict.fromkeys(
    (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
)


def read_zipped(content: bytes, limits: Limits) -> Reading:
    """An XLSX or ODS. Raises FaultError."""
    with open_archive(content, limits) as archive:
        kind = spreadsheet_kind(archive)
        scans = scan_workbook(archive) if kind == "xlsx" else scan_ods(archive)
    return Reading(kind, tuple(_sheets(content, scans)))


def read_ole(content: bytes) -> Reading:
    """An old XLS. Raises FaultError."""
    if ENCRYPTED_STREAM in content:
        raise FaultError("password_protected")
    return Reading("xls", tuple(_sheets(content, {})))


def clean(text: str) -> str | None:
    """Text as everything behind the reader sees it: NFC, no blanks around it, None for nothing.

    Marks of direction and of width zero, which nobody sees and copying from web pages leaves behind, are
    dropped: "1234" with one inside would be refused as no number, and the message would show a good one.
    """
    return unicodedata.normalize("NFC", text.translate(INVISIBLE)).strip() or None


def _sheets(content: bytes, scans: Mapping[str, SheetScan]) -> Iterator[Sheet]:
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        if len(workbook.sheet_names) > MOST_SHEETS:
            raise FaultError("too_large", what="sheets", found=len(workbook.sheet_names), limit=MOST_SHEETS)
        for metadata in workbook.sheets_metadata:
            if metadata.typ == calamine.SheetTypeEnum.WorkSheet:
                yield _sheet(workbook, metadata, scans.get(metadata.name, SheetScan()))
    except calamine.PasswordError as error:
        raise FaultError("password_protected") from error
    except calamine.CalamineError as error:
        raise FaultError("damaged_file") from error


def _sheet(workbook: Any, metadata: Any, scan: SheetScan) -> Sheet:
    sheet = workbook.get_sheet_by_name(metadata.name)
    if sheet.end is not None:
        check_reach(metadata.name, sheet.end[0] + 1, sheet.end[1])
    grid = [[_value(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    _put_errors(grid, scan)
    return Sheet(
        name=metadata.name,
        rows=tuple(filled_rows(grid)),
        is_visible=metadata.visible == calamine.SheetVisibleEnum.Visible,
        formulas=scan.formulas,
    )


def filled_rows(grid: list[list[CellValue]]) -> Iterator[SheetRow]:
    """The rows that hold something, without the empty cells at their ends."""
    for number, cells in enumerate(grid, start=1):
        used = max((index for index, cell in enumerate(cells, start=1) if cell is not None), default=0)
        if used:
            yield SheetRow(number, tuple(cells[:used]))


def _put_errors(grid: list[list[CellValue]], scan: SheetScan) -> None:
    """Error values stand where they stood: the reader leaves such cells empty; an error is not nothing."""
    for cell, error in scan.errors.items():
        row, column = cell_position(cell) or (0, 0)
        if 0 < row <= len(grid) and column < len(grid[row - 1]):
            grid[row - 1][column] = error


def _value(cell: Any) -> CellValue:
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, float):
        return cell if cell - cell == 0 else str(cell)  # infinities and NaN have no place among numbers
    return cell if isinstance(cell, int | date) else str(cell)
