"""Why the rate moved since the round before: progress, growth of the base, and who came or went, summing
exactly.

With V verified of T subscribers, over the pairs of commune and carrier reported before (0) and now (1),
those in both being common (c):

    rate before = V0 / T0                       all that was reported then
    left        = V0c / T0c - V0 / T0           pairs reported then and not now: their absence alone
    progress    = (V1c - V0c) / T1c             newly verified, on today's base
    base        = V0c / T1c - V0c / T0c         what yesterday's verified are of today's base
    joined      = V1 / T1 - V1c / T1c           pairs reported now and not then
    rate now    = V1 / T1

The four parts add up to the difference of the two rates, term by term; a test holds that for any figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np

from dashboard.measures.cube import COUNTS, Cube, Flags, Whole
from dashboard.measures.scope import Scope

Points: TypeAlias = float  # percentage points
TOTAL, VERIFIED = COUNTS.index("total_count"), COUNTS.index("verified_count")


@dataclass(frozen=True)
class Contribution:
    """Parts of the change of a rate, in percentage points.

    `progress_by_carrier` splits the progress by carrier code, in the order of the reference table. `left` and
    `joined` name the carriers none of whose pairs stand on the other side.
    """

    since: date
    before_pct: float
    now_pct: float
    left_points: Points
    progress_points: Points
    base_points: Points
    joined_points: Points
    progress_by_carrier: Mapping[str, Points]
    left: tuple[str, ...]
    joined: tuple[str, ...]

    @property
    def change_points(self) -> Points:
        """What the parts add up to."""
        return self.left_points + self.progress_points + self.base_points + self.joined_points


def contribution(cube: Cube, scope: Scope) -> Contribution | None:
    """What moved the rate of the cube's last round against the round before, on what was reported for each.

    None where one of the rounds has no subscriber, or nothing was reported in both: then nothing says why.
    Raises ValueError for a carrier nobody knows.
    """
    communes, carriers = cube.expected.communes_in(scope), cube.expected.carriers_in(scope)
    rounds = (int(cube.positions_before()[-1]), len(cube.rounds) - 1)
    before, now = (cube.counts[place][np.ix_(communes, carriers)] for place in rounds)
    was, is_now = (cube.is_reported[place][np.ix_(communes, carriers)] for place in rounds)
    common = was & is_now
    sides = _sums(before, was), _sums(before, common), _sums(now, common), _sums(now, is_now)
    if rounds[0] == rounds[1] or not all(total for _, total in sides):
        return None
    codes = [cube.expected.carriers[place].code for place in carriers]
    (v0, t0), (v0c, t0c), (v1c, t1c), (v1, t1) = sides
    gained = ((now - before)[..., VERIFIED] * common).sum(axis=0)
    return Contribution(
        since=cube.rounds[rounds[0]],
        before_pct=100 * v0 / t0,
        now_pct=100 * v1 / t1,
        left_points=100 * (v0c / t0c - v0 / t0),
        progress_points=100 * (v1c - v0c) / t1c,
        base_points=100 * (v0c / t1c - v0c / t0c),
        joined_points=100 * (v1 / t1 - v1c / t1c),
        progress_by_carrier={code: 100 * int(count) / t1c for code, count in zip(codes, gained, strict=True)},
        left=_only_on_one_side(codes, was, is_now),
        joined=_only_on_one_side(codes, is_now, was),
    )


def _sums(counts: Whole, flags: Flags) -> tuple[int, int]:
    """Verified and total over the pairs flagged."""
    chosen = counts * flags[..., np.newaxis]
    return int(chosen[..., VERIFIED].sum()), int(chosen[..., TOTAL].sum())


def _only_on_one_side(codes: list[str], here: Flags, there: Flags) -> tuple[str, ...]:
    is_only_here = np.asarray(here.any(axis=0) & ~there.any(axis=0))
    return tuple(code for code, flag in zip(codes, is_only_here, strict=True) if flag)
