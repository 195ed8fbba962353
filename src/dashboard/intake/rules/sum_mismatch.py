"""Total = verified + unverified (DESIGN.md, Words)."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, row_words

RULE = "sum_mismatch"


def find(case: Case) -> Iterator[Finding]:
    """An error for each row that does not add up."""
    for match in case.whole_rows():
        counts = {column: count.value or 0 for column, count in match.row.counts.items()}
        total, verified = counts["total_count"], counts["verified_count"]
        unverified = counts["unverified_count"]
        if total != verified + unverified:
            yield Finding(
                RULE,
                Severity.ERROR,
                f"{row_words(match.row)}: tổng số là {count_words(total)} nhưng đã xác thực "
                f"{count_words(verified)} cộng chưa xác thực {count_words(unverified)} bằng "
                f"{count_words(verified + unverified)}, lệch "
                f"{count_words(abs(total - verified - unverified))}.",
                suggestion="Sửa lại một trong ba số để tổng số bằng đã xác thực cộng chưa xác thực.",
            ).at(match.row.cells["total_count"])
