"""One rate in many communes: the province's rate was spread over them, not counted."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import FEWEST_COMMUNES
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.history import row_of
from dashboard.intake.wording import count_words, pct_words
from dashboard.reference.policy import policy

RULE = "same_rate_everywhere"


def find(case: Case) -> Iterator[Finding]:
    """One warning; 0 % and 100 % are left to rate_at_edge, communes of few subscribers out of account."""
    limits = policy().checks
    total, verified = row_of(case.figures, "total_count"), row_of(case.figures, "verified_count")
    is_counted = total >= limits.frozen_floor_count
    rates = np.round(100 * verified[is_counted] / total[is_counted], 2)
    inner = rates[(rates > 0) & (rates < 100)]
    if len(inner) < FEWEST_COMMUNES:
        return
    values, counts = np.unique(inner, return_counts=True)
    most = int(np.argmax(counts))
    if counts[most] * 100 >= limits.same_rate_pct * len(rates):
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{count_words(int(counts[most]))} trong {count_words(len(rates))} xã, phường có cùng một tỷ lệ "
            f"xác thực {pct_words(float(values[most]))}.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Hỏi nhà mạng số liệu đếm theo từng xã, phường hay chia theo tỷ lệ chung của tỉnh.",
        )
