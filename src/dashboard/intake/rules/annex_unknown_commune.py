"""A row of a further sheet whose commune cannot be told."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import OR, cell_words

RULE = "annex_unknown_commune"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each: the row is not stored."""
    for problem in case.annexes.problems_of(Flaw.UNKNOWN_COMMUNE):
        names = OR.join(f"{place.full_name}, mã {place.code}" for place in problem.others)
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: “{problem.cell.shown}” không chỉ rõ một xã, phường hiện nay; không "
            "lấy dòng này.",
            suggestion=(f"Có thể là: {names}. " if names else "") + "Mỗi dòng chọn một xã, phường trong danh "
            "sách.",
        ).at(problem.cell)
