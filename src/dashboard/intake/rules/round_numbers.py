"""Round numbers everywhere: estimated, not counted."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import FEWEST_COMMUNES, share_pct
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.history import row_of
from dashboard.intake.wording import label, pct_words
from dashboard.reference.policy import policy

RULE = "round_numbers"
LOOKED_AT = ("total_count", "verified_count")  # locks are often few, and few are round by chance
ROUND_TO = 10  # counted numbers end in 0 one time in ten


def find(case: Case) -> Iterator[Finding]:
    """A warning for each column in which more numbers end in 0 than the policy allows."""
    limits = policy().checks
    for column in LOOKED_AT:
        counts = row_of(case.figures, column)
        counts = counts[counts >= limits.frozen_floor_count]
        round_pct = share_pct(np.mod(counts, ROUND_TO) == 0)
        if len(counts) >= FEWEST_COMMUNES and round_pct >= limits.round_numbers_pct:
            yield Finding(
                RULE,
                Severity.WARNING,
                f"{pct_words(round_pct)} số liệu ở cột {label(column)} là số tròn chục; số đếm thật thường "
                "chỉ khoảng một phần mười.",
                sheet=case.table.sheet_name if case.table else None,
                suggestion="Hỏi nhà mạng số liệu được đếm hay ước lượng, làm tròn; đề nghị gửi số đếm.",
            )
