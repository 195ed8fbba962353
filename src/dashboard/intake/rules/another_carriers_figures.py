"""A file that holds the figures of another carrier."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.compared import FEWEST_COMMUNES, share_pct
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.history import Row, row_of
from dashboard.intake.wording import carrier_words, day_words
from dashboard.reference.policy import policy

RULE = "another_carriers_figures"
# A week moves a commune's total by 3.8 % at most in the examples.
NEAR_SHARE = 0.05
SAME_PCT, OWN_PCT = 80.0, 40.0


def find(case: Case) -> Iterator[Finding]:
    """A warning where the totals are those of another carrier's last report, and not of the carrier's own."""
    now = row_of(case.figures, "total_count")
    if near_pct(now, case.past.history.last("total_count")) >= OWN_PCT:
        return
    for other in case.past.others:
        if near_pct(now, other.totals) >= SAME_PCT:
            yield Finding(
                RULE,
                Severity.WARNING,
                f"Số liệu giống của {carrier_words(other.carrier_code)} kỳ {day_words(other.round_on)}, "
                f"không giống các kỳ trước của {carrier_words(case.origin.carrier.value)}.",
                sheet=case.table.sheet_name if case.table else None,
                suggestion="Kiểm tra có chọn nhầm nhà mạng hoặc nhà mạng gửi nhầm tệp không.",
            )


def near_pct(now: Row, then: Row) -> float:
    """In how many of the communes in both, in percent, two totals are near each other; 0 where few are."""
    is_large = np.fmax(now, then) >= policy().checks.small_commune_count
    both = np.flatnonzero(~np.isnan(now) & ~np.isnan(then) & is_large)
    if len(both) < FEWEST_COMMUNES:
        return 0.0
    return share_pct(np.abs(now - then)[both] <= NEAR_SHARE * np.maximum(now, then)[both])
