"""A count that no carrier can have in one commune."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.counts import LARGEST_COUNT, Flaw
from dashboard.intake.finding import Finding
from dashboard.intake.flawed_counts import flawed_counts, severity_of
from dashboard.intake.wording import cell_words, count_words, label

RULE = "implausible_count"


def find(case: Case) -> Iterator[Finding]:
    """One finding for each such cell."""
    for row, column, cell in flawed_counts(case, Flaw.IMPLAUSIBLE):
        yield Finding(
            RULE,
            severity_of(column),
            f"{cell_words(cell)}: cột {label(column)} của {row.place.shown or 'dòng này'} là {cell.shown}, "
            f"lớn hơn {count_words(LARGEST_COUNT)}.",
            suggestion="Kiểm tra có gõ thừa chữ số, dính hai số hoặc nhập nhầm số điện thoại không.",
        ).at(cell)
