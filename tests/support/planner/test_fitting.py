"""Rates from past sessions: only when there are enough, and with an interval that holds what it says."""

import numpy as np

from dashboard.support.planner.fitting import FEWEST_SESSIONS, LEVEL, fitted_rate


def test_few_sessions_fit_nothing():
    many = np.full(FEWEST_SESSIONS - 1, 10.0)
    assert fitted_rate(many, many) is None
    padded = np.append(many, [5.0, 5.0])
    assert fitted_rate(padded, np.append(many, [0.0, 0.0])) is None


def test_equal_sessions_leave_no_doubt():
    found = fitted_rate(np.full(9, 36.0), np.full(9, 3.0))
    assert found is not None
    assert (found.value, found.low, found.high, found.sessions_count) == (12.0, 12.0, 12.0, 9)


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    random = np.random.default_rng(7)
    held = 0
    for _ in range(400):
        means = random.integers(4, 30, 20).astype(float)
        fit = fitted_rate(random.poisson(means * random.gamma(8, 12 / 8, 20)).astype(float), means)
        assert fit is not None
        held += fit.low <= 12 <= fit.high
    assert LEVEL - 0.08 < held / 400 < LEVEL + 0.06
