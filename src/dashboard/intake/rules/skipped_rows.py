"""Rows and sheets that hold no figures of a commune: nothing of a file is left out without a word."""

from collections import defaultdict
from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity

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
    """One piece of information that counts them by reason, with their numbers."""
    if case.table is None:
        return
    by_reason: dict[str, list[int]] = defaultdict(list)
    for row in case.table.skipped:
        by_reason[row.reason].append(row.number)
    parts = [
        f"{REASONS[reason]} (dòng {_runs(by_reason[reason])})" for reason in REASONS if reason in by_reason
    ]
    others = [
        sheet.name for sheet in case.reading.sheets if sheet is not case.table.header.sheet and sheet.rows
    ]
    sheets = f" Trang tính không chứa bảng báo cáo: {', '.join(others)}." if others else ""
    yield Finding(
        RULE,
        Severity.INFO,
        f"Đã đọc {len(case.table.rows)} dòng số liệu; không tính là số liệu: {'; '.join(parts)}.{sheets}",
        sheet=case.table.sheet_name,
    )


def _runs(numbers: list[int]) -> str:
    """Numbers with runs written short: 1, 3-5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
