"""A whole column of zeros where there were many in the round before: it was not filled."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.compared import compared
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.wording import count_words, day_words, label
from dashboard.reference.policy import policy

RULE = "column_of_zeros"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each such column; a file of zeros as a whole is left to all_zero."""
    both = compared(case)
    if both is None or not both.now["total_count"].any():
        return
    for column in COUNT_COLUMNS:
        before = int(both.before[column].sum())
        if not both.now[column].any() and before >= policy().checks.total_jump_floor_count:
            yield Finding(
                RULE,
                Severity.WARNING,
                f"Cột {label(column)} toàn số 0; kỳ {day_words(both.before_on)} cộng được "
                f"{count_words(before)}.",
                sheet=case.table.sheet_name if case.table else None,
                suggestion="Kiểm tra cột này đã được điền chưa; chưa có số liệu thì để trống, đừng ghi 0.",
            )
