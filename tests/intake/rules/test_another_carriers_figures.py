"""The figures of another carrier."""

from dashboard.store.database import Store
from tests.intake.weeks import counts_of, found_in, send, send_weeks

RULE = "another_carriers_figures"


def test_a_file_with_another_carriers_figures_is_a_warning_that_names_it(store: Store):
    send_weeks(store)
    send_weeks(store, carrier_code="vinaphone")
    [finding] = found_in(store, RULE, counts_of(carrier_code="vinaphone"))
    assert finding.severity == "warning"
    assert "giống của VinaPhone kỳ 04/11/2026" in finding.message


def test_so_is_one_sent_for_both_in_the_same_round_also_as_a_first_report(store: Store):
    send(store, counts_of(), 0, "vinaphone")
    [finding] = found_in(store, RULE, counts_of())
    assert "kỳ 11/11/2026" in finding.message


def test_own_figures_are_none_whatever_others_report(store: Store):
    send_weeks(store)
    send_weeks(store, carrier_code="vinaphone")
    assert not found_in(store, RULE, counts_of())
    send(store, counts_of(), 0, "wintel")
    assert not found_in(store, RULE, counts_of())
