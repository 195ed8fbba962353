"""More than one sheet that looks like the report: which one is meant must not be guessed."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import listed

RULE = "several_tables"


def find(case: Case) -> Iterator[Finding]:
    """One error that names the sheets."""
    if len(case.headers) < 2:
        return
    names = [header.sheet.name for header in case.headers]
    yield Finding(
        RULE,
        Severity.ERROR,
        f"Có {len(names)} trang tính đều là bảng báo cáo: {listed([f'“{name}”' for name in names])}. "
        "Không rõ phải lấy trang nào.",
        sheet=names[1],
        row=case.headers[1].last_row,
        suggestion="Gửi mỗi kỳ báo cáo một tệp, chỉ giữ trang tính của kỳ đó.",
    )
