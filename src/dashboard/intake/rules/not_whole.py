"""A count with a fraction."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.counts import Flaw
from dashboard.intake.finding import Finding
from dashboard.intake.flawed_counts import flawed_counts, severity_of
from dashboard.intake.wording import cell_words, label

RULE = "not_whole"


def find(case: Case) -> Iterator[Finding]:
    """One finding for each such cell."""
    for row, column, cell in flawed_counts(case, Flaw.NOT_WHOLE):
        yield Finding(
            RULE,
            severity_of(column),
            f"{cell_words(cell)}: cột {label(column)} của {row.place.shown or 'dòng này'} là {cell.shown}, "
            "không phải số nguyên.",
            suggestion="Số thuê bao phải là số nguyên: kiểm tra có nhập nhầm tỷ lệ, công thức chia "
            "hay dấu phân cách không.",
        ).at(cell)
