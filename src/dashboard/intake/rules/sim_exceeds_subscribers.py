"""More junk SIMs, or SIMs not in the user's own name, than there are subscribers."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, label, row_words

RULE = "sim_exceeds_subscribers"
PART_OF_TOTAL = ("junk_sim_found_count", "sim_not_own_name_count")


def find(case: Case) -> Iterator[Finding]:
    """A warning for each such cell: what was found of SIMs stands beside the five counts and bends none."""
    for match in case.whole_rows():
        total = match.row.counts["total_count"].value or 0
        for column in PART_OF_TOTAL:
            count = match.row.counts.get(column)
            if count is not None and count.value is not None and count.value > total:
                yield Finding(
                    RULE,
                    Severity.WARNING,
                    f"{row_words(match.row)}: {label(column)} là {count_words(count.value)}, nhiều hơn tổng "
                    f"số thuê bao {count_words(total)}.",
                    suggestion="Kiểm tra có ghi nhầm cột, nhầm dòng hoặc ghi số lũy kế của cả tỉnh không.",
                ).at(match.row.cells[column])
