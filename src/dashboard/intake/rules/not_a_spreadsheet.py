"""A file that holds no table, whatever its name says."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity

RULE = "not_a_spreadsheet"


def find(case: Case) -> Iterator[Finding]:
    """One error that says what the file is, where that can be told."""
    fault = case.reading.fault
    if fault is None or fault.rule != RULE:
        return
    kind = fault.facts.get("kind")
    what = f"Nội dung là {kind}" if kind else "Nội dung không phải dạng bảng nào đọc được"
    yield Finding(
        RULE,
        Severity.ERROR,
        f"Tệp “{case.request.file_name}” không phải bảng tính. {what}.",
        suggestion="Gửi bảng tính Excel (.xlsx), OpenDocument (.ods), CSV hoặc Parquet. "
        "Đổi đuôi tên tệp không làm thay đổi nội dung: hãy mở bằng Excel rồi chọn Lưu thành.",
    )
