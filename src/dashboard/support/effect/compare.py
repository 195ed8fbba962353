"""A commune's weeks before and after its session, beside similar communes without one in the same weeks.

Difference in differences: how much faster the rate rose in the two rounds after the session than in the two
before, less the same of the communes most alike (rate, size, pace before). What everybody did in those weeks
falls out. It is no experiment: sessions go where it is slow, and what is slow may catch up by itself; the
sentence says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy import stats

from dashboard.measures.cube import COUNTS, Cube
from dashboard.support.planner.instance import Flags, Floats
from dashboard.support.sessions.record import Session

ROUNDS_EACH_SIDE = 2
ALIKE_COUNT = 12
FEWEST_ALIKE = 5
LEVEL = 0.8
TOTAL, VERIFIED = COUNTS.index("total_count"), COUNTS.index("verified_count")


@dataclass(frozen=True)
class Effect:
    """Points of the rate that a commune gained beyond similar ones over two rounds, with its interval.

    None where the weeks before or after are not there yet, or too few communes are alike.
    """

    commune_code: str
    held_on: date
    points: float | None
    low: float | None
    high: float | None
    alike_count: int

    @property
    def is_clear(self) -> bool:
        """Whether the interval is on one side of nothing."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def effects_of(cube: Cube, sessions: Sequence[Session]) -> tuple[Effect, ...]:
    """The effect of each commune's first session held; the cube holds all rounds (`cube.read_history`)."""
    codes = [commune.code for commune in cube.expected.communes]
    firsts: dict[str, date] = {}
    for session in sorted(sessions, key=lambda it: it.held_on):
        firsts.setdefault(session.commune_code, session.held_on)
    days = {code: {it.held_on for it in sessions if it.commune_code == code} for code in firsts}
    return tuple(
        _effect(cube, codes, (code, held_on), days) for code, held_on in firsts.items() if code in codes
    )


def mean_effect(effects: Sequence[Effect]) -> tuple[float, float, float] | None:
    """The mean over communes with its interval at LEVEL; None with fewer than two of them."""
    points = np.array([each.points for each in effects if each.points is not None])
    if len(points) < 2:  # one has no spread
        return None
    half = float(stats.t.ppf((1 + LEVEL) / 2, len(points) - 1) * points.std(ddof=1) / np.sqrt(len(points)))
    mean = float(points.mean())
    return mean, mean - half, mean + half


def _effect(cube: Cube, codes: list[str], first: tuple[str, date], days: dict[str, set[date]]) -> Effect:
    code, held_on = first
    nothing = Effect(code, held_on, None, None, None, 0)
    before = max((place for place, day in enumerate(cube.rounds) if day < held_on), default=-1)
    window = range(before - ROUNDS_EACH_SIDE, before + ROUNDS_EACH_SIDE + 1)
    if window.start < 0 or window.stop > len(cube.rounds):
        return nothing
    rates, size, known = _rates(cube, list(window))
    place = codes.index(code)
    if not known[place]:
        return nothing
    span = cube.rounds[window.start], cube.rounds[window.stop - 1]
    helped = {key for key, held in days.items() if any(span[0] < day <= span[1] for day in held)}
    free: Flags = known & np.array([each not in helped for each in codes], dtype=np.bool_)
    alike = _alike(rates, size, free, place)
    if len(alike) < FEWEST_ALIKE:
        return nothing
    faster = (rates[-1] - rates[2]) - (rates[2] - rates[0])
    others = faster[alike]
    points = float(faster[place] - others.mean())
    spread = float(others.std(ddof=1) * np.sqrt(1 + 1 / len(others)))
    half = float(stats.t.ppf((1 + LEVEL) / 2, len(others) - 1)) * spread
    return Effect(code, held_on, points, points - half, points + half, len(alike))


def _rates(cube: Cube, window: list[int]) -> tuple[Floats, Floats, Flags]:
    """(5, C) rates in percent over the carriers reported in all five rounds, (C,) subscribers, flags."""
    there: Flags = np.asarray(cube.is_reported[window].all(axis=0))
    counts = (cube.counts[window] * there[None, :, :, None]).sum(axis=2).astype(float)
    total = counts[..., TOTAL]
    known: Flags = np.asarray(np.greater(total.min(axis=0), 0), dtype=np.bool_)
    rates = 100 * counts[..., VERIFIED] / np.where(total > 0, total, 1.0)
    return rates, total[2], known


def _alike(rates: Floats, size: Floats, free: Flags, place: int) -> list[int]:
    """The communes nearest in rate, size and pace before the session, each in units of its spread."""
    traits = np.column_stack([rates[2], np.log(np.maximum(size, 1.0)), rates[2] - rates[0]])
    spread = traits[free].std(axis=0) if free.any() else np.ones(3)
    away = (((traits - traits[place]) / np.where(spread > 0, spread, 1.0)) ** 2).sum(axis=1)
    candidates = [at for at in np.argsort(away, kind="stable").tolist() if free[at] and at != place]
    return candidates[:ALIKE_COUNT]
