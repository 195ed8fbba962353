"""Rows and sheets that hold no figures of a commune: nothing of a file is left out without a word."""

from collections import defaultdict
from collections.abc import Iterator

from dashboard.intake.annexes.tables import AnnexTable
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.form import is_form, is_instructions, is_of_the_form
from dashboard.intake.reading.sheet import Sheet

RULE = "skipped_rows"

REASONS = {
    "header": "tiêu đề cột",
    "column_numbers": "dòng đánh số cột",
    "total": "dòng tổng",
    "district": "dòng huyện hoặc cộng huyện",
    "plan": "phương án xử lý",
    "note": "chữ ngoài bảng",
}


def find(case: Case) -> Iterator[Finding]:
    """One piece of information that counts them by reason, with their numbers.

    None for the Department's own form where all that was left out is what the form itself carries.
    """
    if case.table is None or _is_only_the_form(case):
        return
    by_reason: dict[str, list[int]] = defaultdict(list)
    for row in case.table.skipped:
        by_reason[row.reason].append(row.number)
    parts = [
        f"{REASONS[reason]} (dòng {_runs(by_reason[reason])})" for reason in REASONS if reason in by_reason
    ]
    others = [sheet.name for sheet in _other_sheets(case)]
    sheets = f" Trang tính không chứa bảng báo cáo: {', '.join(others)}." if others else ""
    annexes = [_annex_words(annex) for annex in case.annexes.tables]
    further = f" Đã đọc thêm {'; '.join(annexes)}." if annexes else ""
    yield Finding(
        RULE,
        Severity.INFO,
        f"Đã đọc {len(case.table.rows)} dòng số liệu; không tính là số liệu: {'; '.join(parts)}."
        f"{further}{sheets}",
        sheet=case.table.sheet_name,
    )


def _other_sheets(case: Case) -> Iterator[Sheet]:
    """Sheets with content that are neither the report nor an annex."""
    report = case.table.header.sheet if case.table else None
    taken = case.annexes.sheet_names
    return (
        sheet
        for sheet in case.reading.sheets
        if sheet is not report and sheet.rows and sheet.name not in taken
    )


def _is_only_the_form(case: Case) -> bool:
    table = case.table
    if table is None or not is_form(table.header.sheet):
        return False
    own = {"header", "total"}
    return (
        all(row.reason in own or is_of_the_form(row.text) for row in table.skipped)
        and all(map(is_instructions, _other_sheets(case)))
        and not any(annex.notes for annex in case.annexes.tables)
    )


def _annex_words(annex: AnnexTable) -> str:
    notes = f", trừ chữ ngoài bảng (dòng {_runs(list(annex.notes))})" if annex.notes else ""
    return f"trang tính “{annex.sheet.name}” ({len(annex.rows)} dòng{notes})"


def _runs(numbers: list[int]) -> str:
    """Numbers with runs written short: 1, 3-5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
