"""A cell of a count that holds words, a date, an error value, or nothing."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.counts import Flaw
from dashboard.intake.finding import Finding
from dashboard.intake.flawed_counts import flawed_counts, severity_of
from dashboard.intake.wording import cell_words, label

RULE = "not_a_number"


def find(case: Case) -> Iterator[Finding]:
    """One finding for each such cell; who means zero writes 0, so an empty cell is none."""
    for row, column, cell in flawed_counts(case, Flaw.NOT_A_NUMBER, Flaw.EMPTY):
        what = f"ghi “{cell.shown}”, không phải số" if cell.text else "để trống"
        yield Finding(
            RULE,
            severity_of(column),
            f"{cell_words(cell)}: cột {label(column)} của {row.place.shown or 'dòng này'} {what}.",
            suggestion="Ghi số nguyên vào ô này; nếu không có thuê bao nào thì ghi 0.",
        ).at(cell)
