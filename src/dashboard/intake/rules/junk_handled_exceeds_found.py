"""More junk SIMs handled than found."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, row_words

RULE = "junk_handled_exceeds_found"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each row with both counts."""
    for match in case.whole_rows():
        counts = match.row.counts
        found, handled = (
            counts[column].value if column in counts else None
            for column in ("junk_sim_found_count", "junk_sim_handled_count")
        )
        if found is not None and handled is not None and handled > found:
            yield Finding(
                RULE,
                Severity.WARNING,
                f"{row_words(match.row)}: SIM rác đã xử lý {count_words(handled)} nhiều hơn SIM rác "
                f"phát hiện {count_words(found)}.",
                suggestion="Kiểm tra hai cột có đổi chỗ cho nhau, hoặc một cột lũy kế còn cột kia chỉ của "
                "tuần không.",
            ).at(match.row.cells["junk_sim_handled_count"])
