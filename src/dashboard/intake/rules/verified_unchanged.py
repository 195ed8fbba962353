"""The verified column of last week beside other figures of this one: a column that was not filled anew."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import compared, share_pct
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.wording import count_words, day_words
from dashboard.reference.policy import policy

RULE = "verified_unchanged"


def find(case: Case) -> Iterator[Finding]:
    """One warning where the verified count stands still in so many communes, though some are left to verify.

    Communes whose five counts all repeat are left to copied_figures; where everybody is verified, standing
    still is right.
    """
    both = compared(case)
    if both is None:
        return
    is_copied = np.all([both.now[column] == both.before[column] for column in COUNT_COLUMNS], axis=0)
    is_open = (both.before["unverified_count"] > 0) & ~is_copied
    is_same = (both.now["verified_count"] == both.before["verified_count"]) & is_open
    if share_pct(is_same) >= policy().checks.repeated_pct:
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Số đã xác thực của {count_words(int(is_same.sum()))} trong {count_words(both.communes_count)} "
            f"xã, phường giữ nguyên như kỳ {day_words(both.before_on)} trong khi các số khác thay đổi.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Hỏi nhà mạng cột đã xác thực đã được cập nhật cho kỳ này chưa.",
        )
