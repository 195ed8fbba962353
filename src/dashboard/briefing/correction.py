"""A refused or doubtful file to be put right: as its sender wrote it, the findings shown in its cells.

A new workbook is written: the values that the reading child gave, the looks that the dressing child found
(intake/reading/dress.py), our colours, notes and list of findings. Nothing else of the file goes back: no
formula, link, macro, hidden sheet, name, picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from xlsxwriter import Workbook

from dashboard.briefing.corrected_sheet import CorrectedSheet, write_sheet
from dashboard.briefing.findings import add_findings_sheet
from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.briefing.workbook import Heading, sheet_name
from dashboard.figures.words import SIMULATED_MARK
from dashboard.intake.examine import Examination
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.findings_sheet import FINDINGS_SHEET
from dashboard.intake.layout.carrier_names import carriers_in_name
from dashboard.intake.layout.report_days import days_in_name
from dashboard.intake.reading.dress import Dress, dress_of
from dashboard.intake.reading.sheet import Sheet
from dashboard.intake.receipt import Receipt

SHEET_OF_A_CSV = "Số liệu"
SUFFIX = "_can-sua"
HOW_TO = (
    "Sửa các ô tô màu (bấm vào tên ô để đến nơi), lưu lại rồi gửi. Màu, ghi chú và trang này không ảnh hưởng "
    "khi đọc, không cần xóa.",
    "Ô tô đỏ là lỗi phải sửa; ô tô vàng là điều cần kiểm tra, đúng thì để nguyên.",
)


@dataclass(frozen=True)
class Correction:
    """The workbook to send back, and a name for it."""

    file_name: str
    content: bytes


def can_be_corrected(examination: Examination) -> bool:
    """Whether there is something to put right, and a table to show it in."""
    findings = examination.receipt.findings
    weighs = any(finding.severity is not Severity.INFO for finding in findings)
    return weighs and any(sheet.rows for sheet in examination.case.reading.sheets)


def correction_of(examination: Examination) -> Correction:
    """The correction workbook of a file that `can_be_corrected`; asks a child for the looks of an XLSX."""
    case = examination.case
    dress = dress_of(case.request.content) if case.reading.kind == "xlsx" else Dress()
    return Correction(correction_name(examination.receipt), _workbook(examination, dress))


def correction_name(receipt: Receipt) -> str:
    """The file's name with carrier and round, so that the corrected file says both by itself."""
    stem = PurePath(receipt.file_name).stem.removesuffix(SUFFIX)
    carrier, round_on = receipt.carrier_code, receipt.round_on
    parts = [stem]
    parts += [carrier] if carrier and carrier not in carriers_in_name(receipt.file_name) else []
    parts += [round_on.isoformat()] if round_on and not days_in_name(receipt.file_name) else []
    return "_".join(parts) + f"{SUFFIX}.xlsx"


def _workbook(examination: Examination, dress: Dress) -> bytes:
    shown, hidden = _sheets(examination)
    names = _names(shown)
    findings = examination.receipt.findings
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        add_findings_sheet(book, _heading(examination, hidden), findings, names)
        for sheet in shown:
            header = next((it for it in examination.case.headers if it.sheet is sheet), None)
            name = names[sheet.name or None]
            part = CorrectedSheet(sheet, name, _findings_on(sheet, findings), header, dress)
            write_sheet(book, part)
    return stream.getvalue()


def _sheets(examination: Examination) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets that go back, and the names of those that do not: hidden ones that are not the report."""
    case = examination.case
    report = case.headers[0].sheet if case.headers else None
    shown = tuple(sheet for sheet in case.reading.sheets if sheet.is_visible or sheet is report)
    return shown, tuple(sheet.name for sheet in case.reading.sheets if sheet not in shown)


def _names(sheets: tuple[Sheet, ...]) -> Mapping[str | None, str]:
    """The sheet of the new workbook for each of the file's; names that Excel would refuse are changed."""
    names: dict[str | None, str] = {}
    taken = {FINDINGS_SHEET.casefold()}
    for number, sheet in enumerate(sheets, start=1):
        name = sheet_name(sheet.name) or SHEET_OF_A_CSV
        name = name if name.casefold() not in taken else f"{name[:26]} ({number})"
        taken.add(name.casefold())
        names[sheet.name or None] = name
    return names


def _findings_on(sheet: Sheet, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.sheet == (sheet.name or None) and finding.row)


def _heading(examination: Examination, hidden: tuple[str, ...]) -> Heading:
    receipt = examination.receipt
    lines = [f"Tệp: {receipt.file_name} (SHA-256 {receipt.sha256[:12]}…)", *HOW_TO]
    lines += [f"Không gửi lại các trang ẩn: {', '.join(hidden)}."] if hidden else []
    return Heading(
        FINDINGS_SHEET, tuple(lines), SIMULATED_MARK if examination.case.request.is_simulated else ""
    )
