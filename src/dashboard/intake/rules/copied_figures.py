"""Last week's figures sent again: the file was copied and only its date changed."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import Compared, compared, share_pct
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.wording import count_words, day_words
from dashboard.reference.policy import policy

RULE = "copied_figures"


def find(case: Case) -> Iterator[Finding]:
    """One warning where as many communes as the policy says repeat all five counts of the round before."""
    both = compared(case)
    if both is None:
        return
    is_same = np.all([both.now[column] == both.before[column] for column in COUNT_COLUMNS], axis=0)
    if share_pct(is_same) >= policy().checks.repeated_pct:
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{_how_many(int(is_same.sum()), both)} giữ nguyên cả năm số liệu của kỳ "
            f"{day_words(both.before_on)}.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Hỏi nhà mạng có gửi nhầm số liệu tuần trước không; đề nghị gửi số liệu của kỳ này.",
        )


def _how_many(same_count: int, both: Compared) -> str:
    if same_count == both.communes_count:
        return f"Cả {count_words(same_count)} xã, phường so được"
    return f"{count_words(same_count)} trong {count_words(both.communes_count)} xã, phường so được"
