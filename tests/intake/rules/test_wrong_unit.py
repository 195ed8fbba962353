"""Counts in another unit."""

import numpy as np
import pytest

from dashboard.store.database import Store
from tests.intake.weeks import TOTAL, UNVERIFIED, VERIFIED, counts_of, found_in, send_weeks

RULE = "wrong_unit"


@pytest.mark.parametrize(
    ("factor", "words"),
    [(1000, "lớn gấp khoảng 1.000"), (0.001, "nhỏ gấp khoảng 1.000"), (10, "lớn gấp khoảng 10")],
)
def test_a_file_in_another_unit_is_one_warning_with_the_factor(factor: float, words: str, store: Store):
    send_weeks(store, carrier_code="viettel")
    counts = np.rint(counts_of(carrier_code="viettel") * factor).astype(np.int64)
    counts[:, VERIFIED] = np.minimum(counts[:, VERIFIED], counts[:, TOTAL])
    counts[:, UNVERIFIED] = counts[:, TOTAL] - counts[:, VERIFIED]
    counts[:, UNVERIFIED + 1 :] = 0
    [finding] = found_in(store, RULE, counts, "viettel")
    assert finding.severity == "warning"
    assert words in finding.message


def test_a_week_that_grows_or_falls_by_a_half_is_none(store: Store):
    send_weeks(store)
    assert not found_in(store, RULE, counts_of())
    assert not found_in(store, RULE, counts_of() * 2)
    assert not found_in(store, RULE, counts_of() * 1000, "wintel")
