"""Exactly 0 % or 100 % out of the middle."""

import numpy as np

from dashboard.store.database import Store
from tests.intake.weeks import TOTAL, UNVERIFIED, VERIFIED, Counts, counts_of, found_in, send, send_weeks

RULE = "rate_at_edge"


def with_rate(counts: Counts, rows: slice | int, share: float) -> Counts:
    changed = counts.copy()
    changed[rows, VERIFIED] = np.floor(changed[rows, TOTAL] * share)
    changed[rows, UNVERIFIED] = changed[rows, TOTAL] - changed[rows, VERIFIED]
    changed[rows, UNVERIFIED + 1 :] = 0
    return changed


def test_a_commune_that_falls_to_nobody_or_jumps_to_everybody_is_a_warning(store: Store):
    send_weeks(store)
    none, everyone = found_in(store, RULE, with_rate(with_rate(counts_of(), 0, 0), 1, 1))
    assert (none.severity, none.row, none.column, none.value) == ("warning", 3, "D", "0")
    assert "không thuê bao nào đã xác thực (0 trong" in none.message
    assert "mọi thuê bao đều đã xác thực" in everyone.message
    assert "kỳ trước là" in everyone.message


def test_in_a_first_report_the_middle_of_the_file_is_what_a_commune_is_held_against(store: Store):
    [finding] = found_in(store, RULE, with_rate(counts_of(), 3, 1))
    assert finding.row == 6
    assert "mức giữa của tệp là" in finding.message


def test_who_comes_to_the_end_step_by_step_is_not_told_of(store: Store):
    send(store, with_rate(counts_of(1), slice(0, 20), 0.95), 1)
    assert not found_in(store, RULE, with_rate(counts_of(), slice(0, 20), 1))
    assert not found_in(store, RULE, with_rate(counts_of(), slice(None), 1), "wintel")


def test_few_subscribers_may_all_be_verified(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[0] = (49, 49, 0, 0, 0)
    assert not found_in(store, RULE, counts)
    counts[0] = (50, 50, 0, 0, 0)
    assert found_in(store, RULE, counts)


def test_an_empty_column_gives_a_handful_and_one_that_counts_the_rest(store: Store):
    send_weeks(store)
    findings = found_in(store, RULE, with_rate(counts_of(), slice(None), 0))
    assert len(findings) == 6
    assert "Còn 161 chỗ khác" in findings[-1].message
