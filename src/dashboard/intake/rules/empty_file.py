"""A file without bytes, or whose table has a header and no rows."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity

RULE = "empty_file"


def find(case: Case) -> Iterator[Finding]:
    """One error."""
    if case.reading.fault and case.reading.fault.rule == RULE:
        yield Finding(
            RULE,
            Severity.ERROR,
            "Tệp rỗng, không có nội dung nào.",
            suggestion="Mở lại tệp gốc, kiểm tra có số liệu rồi lưu và gửi lại.",
        )
    elif case.table is not None and not case.table.rows:
        yield Finding(
            RULE,
            Severity.ERROR,
            "Bảng chỉ có tiêu đề cột, không có dòng số liệu nào.",
            sheet=case.table.sheet_name,
            row=case.table.header.last_row,
            suggestion="Điền số liệu của từng xã, phường dưới dòng tiêu đề rồi gửi lại.",
        )
