"""Counts in thousands, or in tenths: every total moved by the same power of ten."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import compared, share_pct
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, day_words
from dashboard.reference.policy import policy

RULE = "wrong_unit"
# "14" for 13.549 in thousands is 3 % off; communes of few subscribers round away, so two thirds are enough.
FACTOR_SLACK, MOVED_PCT = 0.1, 66.0


def find(case: Case) -> Iterator[Finding]:
    """One warning that says by what factor the file differs from the round before."""
    both = compared(case)
    if both is None:
        return
    # Only communes that a file in thousands would not round to nothing.
    is_large = np.maximum(both.now["total_count"], both.before["total_count"]) >= 1000
    now, before = both.now["total_count"][is_large], both.before["total_count"][is_large]
    is_known = (now > 0) & (before > 0)
    ratios = now[is_known] / before[is_known]
    if len(ratios) < policy().checks.history_fewest_rounds:
        return
    power = round(float(np.log10(np.median(ratios))))
    if power and share_pct(np.abs(ratios / 10.0**power - 1) <= FACTOR_SLACK) >= MOVED_PCT:
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Tổng số thuê bao của hầu hết xã, phường {'lớn' if power > 0 else 'nhỏ'} gấp khoảng "
            f"{count_words(10 ** abs(power))} lần kỳ {day_words(both.before_on)}.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Kiểm tra đơn vị tính của bảng (thuê bao, không phải nghìn thuê bao) và dấu phân cách "
            "hàng nghìn.",
        )
