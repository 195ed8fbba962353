"""A workbook that opens with a password only."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity

RULE = "password_protected"


def find(case: Case) -> Iterator[Finding]:
    """One error."""
    if case.reading.fault and case.reading.fault.rule == RULE:
        yield Finding(
            RULE,
            Severity.ERROR,
            "Tệp được đặt mật khẩu mở nên không đọc được.",
            suggestion="Bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa trống) "
            "rồi lưu và gửi lại.",
        )
