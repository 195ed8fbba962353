"""A header without all the columns that a report needs (official letter, part 2)."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import SAY_WHICH, labels, listed, sheet_words

RULE = "missing_columns"


def find(case: Case) -> Iterator[Finding]:
    """One error that names the missing columns, and the headers nobody understood."""
    if not case.headers or not case.headers[0].missing:
        return
    header = case.headers[0]
    unknown = [f"“{text}”" for text in header.unknown.values()]
    not_understood = f" Tiêu đề chưa hiểu được: {listed(unknown)}." if unknown else ""
    yield Finding(
        RULE,
        Severity.ERROR,
        f"Dòng tiêu đề {header.last_row}{sheet_words(header.sheet.name)} thiếu cột "
        f"{labels(header.missing)}.{not_understood}",
        sheet=header.sheet.name or None,
        row=header.last_row,
        suggestion="Bổ sung các cột còn thiếu, hoặc sửa tiêu đề cột theo đúng các tên nêu trên. " + SAY_WHICH,
    )
