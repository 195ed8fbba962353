"""Reports made for tests: sheets as if read, with one thing changed at a time."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from dashboard.intake.examine import Examination, examine_reading
from dashboard.intake.finding import Finding
from dashboard.intake.reading.sheet import CellValue, Fault, Reading, Sheet, SheetRow
from dashboard.intake.request import IntakeRequest
from dashboard.reference.communes import communes
from dashboard.store.database import Store

HEADER = ("Mã ĐVHC", "Tên ĐVHC", "Tổng số", "Đã xác thực", "Chưa xác thực", "Khóa 1 chiều", "Khóa 2 chiều")
TITLE = ("Tuần báo cáo", "11/11/2026")
ROUND_ON = date(2026, 11, 11)
RECEIVED_AT = datetime(2026, 11, 11, 2, tzinfo=UTC)
FIRST_ROW = 3  # of the figures, below title and header
COUNTS = (100, 70, 30, 5, 3)


def request_of(file_name: str = "mobifone.xlsx", content: bytes = b"report", **given: Any) -> IntakeRequest:
    """A request; carrier and round only where given."""
    return IntakeRequest(
        **{
            "file_name": file_name,
            "content": content,
            "received_at": RECEIVED_AT,
            "taken_in_by": "test",
            "way": "test",
            **given,
        }
    )


def good_rows() -> list[list[CellValue]]:
    """One row for each commune, all in order."""
    return [[commune.code, commune.name, *COUNTS] for commune in communes()]


def sheet_of(
    rows: Sequence[Sequence[CellValue]],
    header: Sequence[CellValue] = HEADER,
    name: str = "SoLieu",
    formulas: Mapping[str, str] | None = None,
) -> Sheet:
    """A sheet with title, header and these rows from row 3; an empty row is left out, as the reader does."""
    grid = [TITLE, header, *rows]
    filled = (SheetRow(number, tuple(row)) for number, row in enumerate(grid, start=1) if row)
    return Sheet(name, tuple(filled), formulas=formulas or {})


def examined(store: Store, *sheets: Sheet, fault: Fault | None = None, **given: Any) -> Examination:
    """What the examination of these sheets comes to, against the database as it is."""
    return examine_reading(request_of(**given), Reading("xlsx", sheets, fault), store)


def found(store: Store, rule: str, *sheets: Sheet, **given: Any) -> list[Finding]:
    """The findings of one rule."""
    findings = examined(store, *sheets, **given).receipt.findings
    return [finding for finding in findings if finding.rule == rule]


def changed(row: int, column: int, value: CellValue) -> list[list[CellValue]]:
    """The good rows with one cell changed; row as on the sheet (from 3), column from 0."""
    rows = good_rows()
    rows[row - FIRST_ROW][column] = value
    return rows
