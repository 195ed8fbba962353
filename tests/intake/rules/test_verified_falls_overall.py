"""A carrier's verified falling in the whole province."""

import numpy as np

from dashboard.store.database import Store
from tests.intake.weeks import TOTAL, UNVERIFIED, VERIFIED, Counts, counts_of, found_in, send_weeks

RULE = "verified_falls_overall"


def fallen(share: float) -> Counts:
    counts = counts_of(1)
    counts[:, VERIFIED] = np.rint(counts[:, VERIFIED] * (1 - share))
    counts[:, UNVERIFIED] = counts[:, TOTAL] - counts[:, VERIFIED]
    return counts


def test_a_small_fall_everywhere_is_one_warning_where_no_commune_has_one(store: Store):
    send_weeks(store)
    [finding] = found_in(store, RULE, fallen(0.03))
    assert finding.severity == "warning"
    assert "giảm 3,0" in finding.message
    assert not found_in(store, "verified_falls", fallen(0.03))


def test_half_a_percent_or_a_rise_is_none(store: Store):
    send_weeks(store)
    assert not found_in(store, RULE, fallen(0.005))
    assert not found_in(store, RULE, counts_of())
