"""A total that is far from the carrier's last report: people neither come nor go so fast."""

from collections.abc import Iterator

from dashboard.intake.bounded import bounded
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, day_words, pct_words
from dashboard.reference.communes import commune_by_code
from dashboard.reference.policy import policy

RULE = "total_jump"
MOST_NAMED = 5  # a file in thousands, or of another carrier, jumps everywhere: a few examples tell it


def find(case: Case) -> Iterator[Finding]:
    """A warning for each of the communes that jump the most, then one for the rest; 0 is left to all_zero."""
    limits = policy().checks
    cells = {match.commune_code: match.row.cells["total_count"] for match in case.rows}
    jumps = []
    for figure in case.figures:
        before = case.past.totals_before.get(figure.commune_code, 0)
        now = figure.counts["total_count"] or 0
        change = abs(now - before)
        is_far = change >= limits.total_jump_floor_count and change * 100 > before * limits.total_jump_pct
        if before and now and is_far:
            jumps.append(
                (change, _finding(case, figure.commune_code, before, now).at(cells[figure.commune_code]))
            )
    jumps.sort(key=lambda jump: -jump[0])
    yield from bounded((finding for _, finding in jumps), MOST_NAMED)


def _finding(case: Case, commune_code: str, before: int, now: int) -> Finding:
    assert case.past.round_before_on is not None
    change_pct = abs(now - before) * 100 / before
    return Finding(
        RULE,
        Severity.WARNING,
        f"{commune_by_code()[commune_code].name}: tổng số thuê bao {'tăng' if now > before else 'giảm'} "
        f"{pct_words(change_pct)}, từ {count_words(before)} (kỳ {day_words(case.past.round_before_on)}) "
        f"thành {count_words(now)}.",
        suggestion="Kiểm tra có nhầm đơn vị tính, nhầm xã, phường hoặc nhầm tệp của nhà mạng khác không.",
    )
