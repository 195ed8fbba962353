"""Two columns whose headers mean the same count: which one is meant must not be guessed."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, PLACE_COLUMNS
from dashboard.intake.reading.sheet import column_letter
from dashboard.intake.wording import SAY_WHICH, label, sheet_words

RULE = "doubled_columns"


def find(case: Case) -> Iterator[Finding]:
    """An error for each column that stands twice."""
    if not case.headers:
        return
    header = case.headers[0]
    for column, indexes in header.doubled.items():
        if column not in (*COUNT_COLUMNS, *PLACE_COLUMNS):
            continue
        letters = [column_letter(index) for index in indexes]
        yield Finding(
            RULE,
            Severity.ERROR,
            f"Dòng tiêu đề {header.last_row}{sheet_words(header.sheet.name)}: các cột {', '.join(letters)} "
            f"đều được hiểu là {label(column)}.",
            sheet=header.sheet.name or None,
            row=header.last_row,
            column=letters[1],
            suggestion="Chỉ giữ một cột, hoặc đặt tiêu đề khác cho cột còn lại. " + SAY_WHICH,
        )
