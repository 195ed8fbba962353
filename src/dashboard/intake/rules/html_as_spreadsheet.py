"""A web page saved under the name of a spreadsheet, as many management systems export."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity

RULE = "html_as_spreadsheet"


def find(case: Case) -> Iterator[Finding]:
    """One error that says how to save the file."""
    if case.reading.fault and case.reading.fault.rule == RULE:
        yield Finding(
            RULE,
            Severity.ERROR,
            f"Tệp “{case.request.file_name}” là trang web (HTML) mang tên của bảng tính, không phải tệp "
            "Excel.",
            suggestion="Mở tệp bằng Excel, chọn Tệp > Lưu thành, kiểu “Sổ làm việc Excel (*.xlsx)”, "
            "rồi gửi tệp vừa lưu.",
        )
