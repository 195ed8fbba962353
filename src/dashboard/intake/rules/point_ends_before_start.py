"""A service point whose last day comes before its first."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words

RULE = "point_ends_before_start"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each: which of the two days is wrong nobody can tell, so the row is not stored."""
    for problem in case.annexes.problems_of(Flaw.ENDS_BEFORE_START):
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: điểm phục vụ kết thúc ngày {problem.cell.shown}, trước ngày bắt "
            "đầu; không lấy dòng này.",
            suggestion="Kiểm tra hai ngày có bị đổi chỗ, hoặc ngày và tháng có bị đảo không.",
        ).at(problem.cell)
