"""A count below zero."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.counts import Flaw
from dashboard.intake.finding import Finding
from dashboard.intake.flawed_counts import flawed_counts, severity_of
from dashboard.intake.wording import cell_words, label

RULE = "negative_count"


def find(case: Case) -> Iterator[Finding]:
    """One finding for each such cell."""
    for row, column, cell in flawed_counts(case, Flaw.NEGATIVE):
        yield Finding(
            RULE,
            severity_of(column),
            f"{cell_words(cell)}: cột {label(column)} của {row.place.shown or 'dòng này'} là số âm "
            f"({cell.shown}).",
            suggestion="Số thuê bao không thể âm: sửa lại số ở ô này.",
        ).at(cell)
