"""A column that was not filled."""

from dashboard.store.database import Store
from tests.intake.weeks import ONE_WAY, TWO_WAY, counts_of, found_in, send, send_weeks

RULE = "column_of_zeros"


def test_a_column_that_was_full_and_is_zero_is_a_warning(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[:, TWO_WAY] = 0
    [finding] = found_in(store, RULE, counts)
    assert finding.severity == "warning"
    assert finding.message.startswith("Cột “Thuê bao bị khóa 2 chiều” toàn số 0")
    counts[3, TWO_WAY] = 1
    assert not found_in(store, RULE, counts)


def test_a_column_that_was_zero_before_or_a_file_of_zeros_is_none(store: Store):
    before = counts_of(1)
    before[:, ONE_WAY:] = 0
    send(store, before, 1)
    counts = counts_of()
    counts[:, ONE_WAY:] = 0
    assert not found_in(store, RULE, counts)
    assert not found_in(store, RULE, counts * 0)
