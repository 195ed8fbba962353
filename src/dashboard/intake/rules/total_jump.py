"""A total that is far from the commune's own history: people neither come nor go so fast."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from dashboard.intake.bounded import bounded
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.history import Block, Row, last_known, row_of
from dashboard.intake.spread import middle_and_deviation
from dashboard.intake.wording import count_words, day_words, pct_words
from dashboard.reference.communes import communes
from dashboard.reference.policy import CheckLimits, policy

RULE = "total_jump"
MOST_NAMED = 5  # a file in thousands, or of another carrier, jumps everywhere: a few examples tell it


def find(case: Case) -> Iterator[Finding]:
    """A warning for each of the communes that jump the most, then one for the rest; 0 is left to all_zero."""
    past, now = case.past.history.of("total_count"), row_of(case.figures, "total_count")
    if not len(past):
        return
    before, _ = last_known(past)
    is_far = jumps(past, now, policy().checks) & (before > 0) & (now > 0)
    by_size = sorted(np.flatnonzero(is_far), key=lambda place: -abs(now[place] - before[place]))
    yield from bounded((_finding(case, int(place), now) for place in by_size), MOST_NAMED)


def jumps(past: Block, now: Row, limits: CheckLimits) -> npt.NDArray[np.bool_]:
    """Which communes jump; `past` is the newest round first.

    With enough rounds: far from the median of the commune's own past, by its own spread, never less than a
    floor (a flat past has no spread) and never more than a ceiling (a wild one has too much); and far from
    the round before too, so that a level once reached is not told of every week, nor the way back from a
    slip. With fewer rounds: by a share of the round before.
    """
    before, _ = last_known(past)
    change = np.abs(now - before)
    is_long = np.count_nonzero(~np.isnan(past), axis=0) >= limits.history_fewest_rounds
    middle, deviation = middle_and_deviation(past)
    least = np.fmax(middle * limits.total_jump_least_pct / 100, limits.total_jump_least_count)
    most = np.fmax(middle * limits.total_jump_most_pct / 100, limits.total_jump_least_count)
    allowed = np.clip(limits.total_jump_deviations * deviation, least, most)
    is_far = (np.abs(now - middle) > allowed) & (change > allowed)
    is_far_by_share = (change >= limits.total_jump_floor_count) & (
        change * 100 > before * limits.total_jump_pct
    )
    found: npt.NDArray[np.bool_] = np.where(is_long, is_far, is_far_by_share)
    return found


def _finding(case: Case, place: int, total: Row) -> Finding:
    history, commune = case.past.history, communes()[place]
    past = history.of("total_count")
    known, ages = last_known(past)
    before, now = int(known[place]), int(total[place])
    change_pct = abs(now - before) * 100 / before
    return Finding(
        RULE,
        Severity.WARNING,
        f"{commune.name}: tổng số thuê bao {'tăng' if now > before else 'giảm'} "
        f"{pct_words(change_pct)}, từ {count_words(before)} (kỳ {day_words(history.rounds[ages[place]])}) "
        f"thành {count_words(now)}{_usually(past[:, place])}.",
        suggestion="Kiểm tra có nhầm đơn vị tính, nhầm xã, phường hoặc nhầm tệp của nhà mạng khác không.",
    ).at(case.cell_of(commune.code, "total_count"))


def _usually(past: Row) -> str:
    """Between what the total has been, where there is more than one round to say so."""
    known = past[~np.isnan(past)]
    if len(known) < policy().checks.history_fewest_rounds:
        return ""
    low, high = count_words(int(known.min())), count_words(int(known.max()))
    return f"; trong {len(known)} kỳ trước từ {low} đến {high}"
