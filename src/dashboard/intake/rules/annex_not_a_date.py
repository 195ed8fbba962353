"""A cell of a further sheet where a day belongs and none stands."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words, label

RULE = "annex_not_a_date"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each: the row is not stored, since "until Friday" is not "for good"."""
    for problem in case.annexes.problems_of(Flaw.NOT_A_DATE):
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: {label(problem.column)} ghi “{problem.cell.shown}”, không đọc được "
            "thành một ngày; không lấy dòng này.",
            suggestion="Ghi ngày, tháng, năm, ví dụ 25/11/2026; chưa định ngày thì để trống.",
        ).at(problem.cell)
