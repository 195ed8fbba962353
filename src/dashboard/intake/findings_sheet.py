"""The sheet of findings that a correction workbook carries: made here, and read over when it comes back."""

from dataclasses import replace

from dashboard.intake.reading.sheet import Reading, Sheet

FINDINGS_SHEET = "Các lỗi cần sửa"  # the sheet's name, and what its first cell says


def without_findings_sheet(reading: Reading) -> Reading:
    """A reading as its sender wrote it: our own list of a file's faults is no part of the report.

    It names communes, carriers and days, so it would be asked about as a second table or another round.
    """
    sheets = tuple(sheet for sheet in reading.sheets if not is_findings_sheet(sheet))
    return reading if len(sheets) == len(reading.sheets) else replace(reading, sheets=sheets)


def is_findings_sheet(sheet: Sheet) -> bool:
    """Whether a sheet is ours, by its name and its first cell; a sheet that is only named so is not."""
    first = sheet.rows[0].cells[0] if sheet.rows else None
    return sheet.name == FINDINGS_SHEET and first == FINDINGS_SHEET
