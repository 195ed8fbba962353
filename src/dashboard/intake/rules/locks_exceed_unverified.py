"""Locked one way and two ways are both part of unverified (DESIGN.md, Words)."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, row_words

RULE = "locks_exceed_unverified"


def find(case: Case) -> Iterator[Finding]:
    """An error for each row with more locked than unverified; it points at the larger lock."""
    for match in case.whole_rows():
        counts = {column: count.value or 0 for column, count in match.row.counts.items()}
        one_way, two_way = counts["locked_one_way_count"], counts["locked_two_way_count"]
        unverified = counts["unverified_count"]
        if one_way + two_way > unverified:
            larger = "locked_one_way_count" if one_way >= two_way else "locked_two_way_count"
            yield Finding(
                RULE,
                Severity.ERROR,
                f"{row_words(match.row)}: khóa 1 chiều {count_words(one_way)} cộng khóa 2 chiều "
                f"{count_words(two_way)} nhiều hơn số chưa xác thực {count_words(unverified)}.",
                suggestion="Thuê bao bị khóa là một phần của thuê bao chưa xác thực: sửa lại số khóa "
                "hoặc số chưa xác thực.",
            ).at(match.row.cells[larger])
