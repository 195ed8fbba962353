"""A rate that was spread, not counted."""

import numpy as np

from dashboard.store.database import Store
from tests.intake.weeks import TOTAL, UNVERIFIED, VERIFIED, Counts, counts_of, found_in

RULE = "same_rate_everywhere"


def spread(share: float, rows_count: int = 166) -> Counts:
    counts = counts_of(carrier_code="viettel")
    counts[:rows_count, VERIFIED] = np.rint(counts[:rows_count, TOTAL] * share)
    counts[:, UNVERIFIED] = counts[:, TOTAL] - counts[:, VERIFIED]
    counts[:, UNVERIFIED + 1 :] = 0
    return counts


def test_one_rate_everywhere_is_one_warning(store: Store):
    [finding] = found_in(store, RULE, spread(0.8))
    assert finding.severity == "warning"
    assert "80,00\u00a0%" in finding.message
    assert found_in(store, RULE, spread(0.8, 100))


def test_rates_of_their_own_and_a_finished_programme_are_none(store: Store):
    assert not found_in(store, RULE, counts_of())
    assert not found_in(store, RULE, spread(0.8, 30))
    assert not found_in(store, RULE, spread(1.0))
