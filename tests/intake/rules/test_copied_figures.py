"""Last week's figures sent as this week's."""

from dashboard.store.database import Store
from tests.intake.weeks import counts_of, found_in, send_weeks

RULE = "copied_figures"


def test_a_file_with_all_of_last_weeks_figures_is_one_warning(store: Store):
    send_weeks(store)
    [finding] = found_in(store, RULE, counts_of(1))
    assert finding.severity == "warning"
    assert finding.message.startswith("Cả 166 xã, phường")
    assert "kỳ 04/11/2026" in finding.message


def test_so_is_one_where_most_are_last_weeks(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[:90] = counts_of(1)[:90]
    [finding] = found_in(store, RULE, counts)
    assert finding.message.startswith("90 trong 166")
    counts[:90] = counts_of()[:90]
    counts[:80] = counts_of(1)[:80]
    assert not found_in(store, RULE, counts)


def test_a_week_of_its_own_a_first_week_and_another_carriers_are_none(store: Store):
    assert not found_in(store, RULE, counts_of(1))
    send_weeks(store)
    assert not found_in(store, RULE, counts_of())
    assert not found_in(store, RULE, counts_of(1), "wintel")
