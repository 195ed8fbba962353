"""More than one sheet with figures of communes: which are meant must not be guessed, and none may be lost."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.other_tables import rival_sheets
from dashboard.intake.wording import listed

RULE = "several_tables"


def find(case: Case) -> Iterator[Finding]:
    """One error that names the sheets."""
    if case.matches is None:
        return
    others = tuple(sheet for sheet in case.reading.sheets if sheet.name not in case.annexes.sheet_names)
    rivals = rival_sheets(others, case.headers, case.matches)
    if not rivals:
        return
    names = [f"“{name}”" for name in (case.headers[0].sheet.name, *rivals)]
    yield Finding(
        RULE,
        Severity.ERROR,
        f"Có {len(names)} trang tính đều chứa số liệu theo xã, phường: {listed(names)}. Mỗi tệp chỉ được lấy "
        "một trang nên không rõ phải lấy trang nào.",
        sheet=rivals[0],
        suggestion="Nếu là các phần của một báo cáo thì dồn vào một trang tính; nếu là các kỳ khác nhau thì "
        "gửi mỗi kỳ một tệp.",
    )
