"""A cell of a further sheet where a count belongs and none stands: words, a fraction, a negative number."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words, label

RULE = "annex_not_a_count"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each: that number is left out, the rest of its row is stored."""
    for problem in case.annexes.problems_of(Flaw.NOT_A_COUNT):
        what = f"ghi “{problem.cell.shown}”" if problem.cell.text else "là công thức không có kết quả"
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: {label(problem.column)} {what}, không phải số nguyên từ 0 trở lên; "
            "không lấy số này.",
            suggestion="Ghi số nguyên; không có thì ghi 0, chưa có số liệu thì để trống.",
        ).at(problem.cell)
