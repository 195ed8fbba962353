"""A cell of a further sheet that has to be one of a few words, and is none of them."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words, label

RULE = "annex_not_a_choice"
CHOICES = {"point_kind": "“Cố định” hoặc “Lưu động”", "serves_other_carriers": "“Có” hoặc “Không”"}


def find(case: Case) -> Iterator[Finding]:
    """A warning for each; without its kind a service point is not stored."""
    for problem in case.annexes.problems_of(Flaw.NOT_A_CHOICE):
        left_out = "không lấy dòng này" if problem.is_row_left_out else "không lấy ô này"
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: {label(problem.column)} ghi “{problem.cell.shown}”; {left_out}.",
            suggestion=f"Chọn {CHOICES[problem.column]}.",
        ).at(problem.cell)
