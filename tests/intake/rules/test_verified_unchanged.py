"""The verified column of last week beside new other columns."""

from dashboard.store.database import Store
from tests.intake.weeks import TOTAL, TWO_WAY, UNVERIFIED, VERIFIED, counts_of, found_in, send, send_weeks

RULE = "verified_unchanged"


def test_a_verified_column_that_repeats_is_one_warning(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[:, VERIFIED] = counts_of(1)[:, VERIFIED]
    counts[:, UNVERIFIED] = counts[:, TOTAL] - counts[:, VERIFIED]
    [finding] = found_in(store, RULE, counts)
    assert (finding.severity, finding.sheet) == ("warning", "SoLieu")
    assert "giữ nguyên như kỳ 04/11/2026" in finding.message


def test_a_copied_file_is_left_to_its_own_rule_and_a_new_week_is_none(store: Store):
    send_weeks(store)
    assert not found_in(store, RULE, counts_of(1))
    assert not found_in(store, RULE, counts_of())


def test_where_everybody_was_verified_standing_still_is_right(store: Store):
    before, now = counts_of(1), counts_of()
    for counts in (before, now):
        counts[:, VERIFIED] = counts_of(1)[:, TOTAL]
        counts[:, TOTAL] = counts[:, VERIFIED]
        counts[:, UNVERIFIED : TWO_WAY + 1] = 0
    now[:, TOTAL] += 1
    now[:, UNVERIFIED] += 1
    send(store, before, 1)
    assert not found_in(store, RULE, now)
