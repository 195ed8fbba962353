"""A spreadsheet that breaks off or contradicts itself inside."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity

RULE = "damaged_file"


def find(case: Case) -> Iterator[Finding]:
    """One error that names the damaged place, where it is known."""
    fault = case.reading.fault
    if fault is None or fault.rule != RULE:
        return
    sheet, part = fault.facts.get("sheet"), fault.facts.get("part")
    where = (
        f" Chỗ hỏng: trang tính “{sheet}”." if sheet else f" Chỗ hỏng: phần “{part}” của tệp." if part else ""
    )
    yield Finding(
        RULE,
        Severity.ERROR,
        f"Tệp bị hỏng hoặc chỉ sao chép được một phần nên không đọc được.{where}",
        sheet=str(sheet) if sheet else None,
        suggestion="Mở tệp gốc bằng Excel xem có mở được không, lưu lại rồi gửi lại; "
        "khi sao chép qua USB hoặc thư điện tử, chờ chép xong hẳn.",
    )
