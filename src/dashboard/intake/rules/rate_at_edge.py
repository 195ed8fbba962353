"""Exactly 0 % or 100 % verified where there was much in between: a figure in the wrong column, or none."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.bounded import bounded
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.history import Row, last_known, row_of
from dashboard.intake.wording import count_words, pct_words
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy

RULE = "rate_at_edge"
MOST_NAMED = 5


def find(case: Case) -> Iterator[Finding]:
    """A warning for each commune that comes to exactly 0 % or 100 % from far away.

    Far from its own last rate, or in a first report from the middle of the file: as the programme ends, 100 %
    is what everybody comes to, step by step, and is told of no more.
    """
    limits, history = policy().checks, case.past.history
    total = row_of(case.figures, "total_count")
    now_pct = _rates(row_of(case.figures, "verified_count"), total)
    expected_pct = np.full(len(total), np.nan)
    if history.rounds:
        verified_before, _ = last_known(history.of("verified_count"))
        expected_pct = _rates(verified_before, last_known(history.of("total_count"))[0])
    has_own = ~np.isnan(expected_pct)
    if not np.isnan(now_pct).all():
        expected_pct = np.where(has_own, expected_pct, np.nanmedian(now_pct))
    is_edge = (now_pct == 0) | (now_pct == 100)
    is_far = np.abs(now_pct - expected_pct) >= limits.rate_edge_points
    places = np.flatnonzero(is_edge & is_far & (total >= limits.small_commune_count))
    found = (_finding(case, int(place), float(expected_pct[place]), bool(has_own[place])) for place in places)
    yield from bounded(found, MOST_NAMED)


def _rates(verified: Row, total: Row) -> Row:
    """Verified in percent of total, nan where nothing is reported or nobody is to be verified."""
    return 100 * verified / np.where(total > 0, total, np.nan)


def _finding(case: Case, place: int, expected_pct: float, is_own: bool) -> Finding:
    commune = communes()[place]
    verified, total = (
        int(row_of(case.figures, column)[place]) for column in ("verified_count", "total_count")
    )
    state = "không thuê bao nào đã xác thực" if verified == 0 else "mọi thuê bao đều đã xác thực"
    beside = "kỳ trước là" if is_own else "mức giữa của tệp là"
    return Finding(
        RULE,
        Severity.WARNING,
        f"{commune.name}: {state} ({count_words(verified)} trong {count_words(total)}), {beside} "
        f"{pct_words(expected_pct)}.",
        suggestion="Kiểm tra dòng này có ghi nhầm cột hoặc điền chưa xong không.",
    ).at(case.cell_of(commune.code, "verified_count"))
