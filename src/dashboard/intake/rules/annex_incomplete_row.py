"""A row of a further sheet that lacks what it cannot do without."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words, label

RULE = "annex_incomplete_row"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each cell that is empty: the row is not stored."""
    for problem in case.annexes.problems_of(Flaw.INCOMPLETE):
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: dòng này chưa ghi {label(problem.column)} nên không được lấy.",
            suggestion="Điền ô còn thiếu rồi gửi lại; dòng thừa thì xóa nội dung.",
        ).at(problem.cell)
