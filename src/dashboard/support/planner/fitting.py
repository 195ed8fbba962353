"""What past sessions say about an assumption: a rate with its interval, once there are enough of them."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import t

from dashboard.support.planner.instance import Floats

FEWEST_SESSIONS = 8  # below, the interval is wider than the range anybody would guess
LEVEL = 0.90


@dataclass(frozen=True)
class Fit:
    """A ratio of sums over sessions, with the interval at LEVEL; `sessions_count` stand behind it."""

    value: float
    low: float
    high: float
    sessions_count: int


def fitted_rate(done: Floats, means: Floats) -> Fit | None:
    """People done per unit of means (invited people, volunteer-days, point-days); None when too few sessions.

    Both (sessions,). The ratio of sums weighs large sessions more, as plans do; its spread is the jackknife's
    over sessions, so that one odd session widens the interval instead of moving it unseen.
    """
    used = means > 0
    done, means = done[used], means[used]
    count = len(done)
    if count < FEWEST_SESSIONS:
        return None
    value = done.sum() / means.sum()
    without = (done.sum() - done) / (means.sum() - means)  # at least seven others: never nought
    spread = np.sqrt((count - 1) / count * ((without - without.mean()) ** 2).sum())
    far = float(t.ppf((1 + LEVEL) / 2, count - 1) * spread)
    return Fit(float(value), max(0.0, float(value) - far), float(value) + far, count)
