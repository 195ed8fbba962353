"""Two columns that changed places."""

import pytest

from dashboard.store.database import Store
from tests.intake.weeks import ONE_WAY, TOTAL, TWO_WAY, UNVERIFIED, VERIFIED, counts_of, found_in, send_weeks

RULE = "swapped_columns"


@pytest.mark.parametrize("carrier_code", ["mobifone", "wintel"])
def test_verified_and_unverified_swapped_is_one_warning(carrier_code: str, store: Store):
    send_weeks(store, carrier_code=carrier_code)
    counts = counts_of(carrier_code=carrier_code)
    counts[:, [VERIFIED, UNVERIFIED]] = counts[:, [UNVERIFIED, VERIFIED]]
    [finding] = found_in(store, RULE, counts, carrier_code)
    assert finding.severity == "warning"
    assert "“Thuê bao đã xác thực” và “Thuê bao chưa xác thực”" in finding.message


def test_so_are_the_two_locks(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[:, [ONE_WAY, TWO_WAY]] = counts[:, [TWO_WAY, ONE_WAY]]
    [finding] = found_in(store, RULE, counts)
    assert "khóa 1 chiều” và" in finding.message


def test_a_week_as_it_should_be_is_none_nor_one_where_half_are_verified(store: Store):
    send_weeks(store)
    assert not found_in(store, RULE, counts_of())
    counts = counts_of()
    counts[:, VERIFIED] = counts[:, TOTAL] // 2
    counts[:, UNVERIFIED] = counts[:, TOTAL] - counts[:, VERIFIED]
    counts[:, ONE_WAY:] = 0
    assert not found_in(store, RULE, counts)
    assert not found_in(store, RULE, counts, "wintel")
