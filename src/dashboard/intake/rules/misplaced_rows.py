"""Figures beside the wrong names: rows sorted anew in one column only, or slipped by a line."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import FEWEST_COMMUNES, compared, share_pct
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, day_words, listed

RULE = "misplaced_rows"
# A week moves a commune's total by 3.8 % at most in the examples.
NEAR_SHARE = 0.05
FITTING_PCT = 80.0


def find(case: Case) -> Iterator[Finding]:
    """One warning where totals that left their commune are found again at others.

    Those far from their own past, put in order of size, fit the past of the same communes in order of size:
    the same figures stand there, at other names. Whole sorts and slips of a part are seen alike.
    """
    both = compared(case)
    if both is None:
        return
    now, before = both.now["total_count"], both.before["total_count"]
    is_far = np.abs(now - before) > NEAR_SHARE * np.maximum(now, before)
    fits = np.abs(np.sort(now[is_far]) - np.sort(before[is_far])) <= NEAR_SHARE * np.sort(before[is_far])
    if is_far.sum() >= FEWEST_COMMUNES and share_pct(fits) >= FITTING_PCT:
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Số liệu của {count_words(int(is_far.sum()))} xã, phường có vẻ đứng nhầm dòng: từng nơi khác "
            f"hẳn kỳ {day_words(both.before_on)}, nhưng chính các số ấy lại khớp với nơi khác "
            f"({listed(both.names(is_far))}).",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Kiểm tra khi sắp xếp, cột tên và các cột số có cùng được sắp xếp không, có lệch một "
            "dòng không.",
        )
