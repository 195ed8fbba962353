"""Numbers that were estimated."""

from dashboard.store.database import Store
from tests.intake.weeks import TOTAL, UNVERIFIED, VERIFIED, Counts, counts_of, found_in

RULE = "round_numbers"


def rounded(rows_count: int) -> Counts:
    counts = counts_of()
    counts[:rows_count, [TOTAL, VERIFIED]] = counts[:rows_count, [TOTAL, VERIFIED]] // 10 * 10
    counts[:, UNVERIFIED] = counts[:, TOTAL] - counts[:, VERIFIED]
    counts[:, UNVERIFIED + 1 :] = 0
    return counts


def test_round_numbers_everywhere_are_a_warning_for_each_column(store: Store):
    findings = found_in(store, RULE, rounded(166))
    assert [finding.severity for finding in findings] == ["warning", "warning"]
    assert "100,00\u00a0%" in findings[0].message


def test_so_many_as_chance_makes_are_none(store: Store):
    assert not found_in(store, RULE, counts_of())
    assert not found_in(store, RULE, rounded(40))
