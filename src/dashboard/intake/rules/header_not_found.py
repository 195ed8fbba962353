"""No row of any sheet that says which column is which."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.header import SEARCHED_ROWS
from dashboard.intake.wording import SAY_WHICH, listed

RULE = "header_not_found"


def find(case: Case) -> Iterator[Finding]:
    """One error; an empty sheet is no sheet without a header."""
    if case.reading.fault or case.headers:
        return
    names = [f"“{sheet.name}”" for sheet in case.reading.sheets if sheet.name]
    where = f" trong các trang tính {listed(names)}" if names else ""
    yield Finding(
        RULE,
        Severity.ERROR,
        f"Không tìm thấy dòng tiêu đề cột{where} (đã xem {SEARCHED_ROWS} dòng đầu của mỗi trang).",
        suggestion="Thêm dòng tiêu đề ngay trên bảng: mã hoặc tên xã/phường, tổng số thuê bao phải xác thực, "
        "đã xác thực, chưa xác thực, khóa 1 chiều, khóa 2 chiều. " + SAY_WHICH,
    )
