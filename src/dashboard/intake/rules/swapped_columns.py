"""Two columns that have changed places since the round before."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import Compared, compared, share_pct
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import day_words, label

RULE = "swapped_columns"
PAIRS = (
    ("verified_count", "unverified_count"),
    ("locked_one_way_count", "locked_two_way_count"),
)
# Swapped has to fit so much better in nearly every commune: where half are verified, or locks come and go,
# nothing can be said. In the examples and the demo it never fits so in more than 6 % of the communes.
NEARER_PCT = 90.0
TIMES_NEARER = 2.0


def find(case: Case) -> Iterator[Finding]:
    """A warning for each pair that fits the round before far better the other way round."""
    both = compared(case)
    if both is None:
        return
    for first, second in PAIRS:
        if swapped_pct(both, first, second) >= NEARER_PCT:
            yield Finding(
                RULE,
                Severity.WARNING,
                f"Hai cột {label(first)} và {label(second)} có vẻ đã đổi chỗ cho nhau: số của cột này khớp "
                f"với cột kia trong kỳ {day_words(both.before_on)}.",
                sheet=case.table.sheet_name if case.table else None,
                suggestion="Đối chiếu tiêu đề hai cột với số liệu; nếu đúng là đổi chỗ, đề nghị gửi lại.",
            )


def swapped_pct(both: Compared, first: str, second: str) -> float:
    """In how many communes the two counts are far nearer to each other's past than to their own."""
    now, before = both.now, both.before
    straight = np.abs(now[first] - before[first]) + np.abs(now[second] - before[second])
    swapped = np.abs(now[first] - before[second]) + np.abs(now[second] - before[first])
    return share_pct(swapped * TIMES_NEARER < straight)
