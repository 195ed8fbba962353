"""Findings that repeat."""

from dashboard.intake.bounded import MOST_OF_A_RULE, bounded
from dashboard.intake.finding import Finding, Severity
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, examined, found, sheet_of


def findings(count: int) -> list[Finding]:
    return [Finding("rule", Severity.ERROR, f"{number}.") for number in range(count)]


def test_up_to_the_bound_nothing_is_left_out():
    assert list(bounded(findings(3), 3)) == findings(3)
    assert list(bounded([])) == []


def test_beyond_it_the_last_one_counts_the_rest():
    *shown, last = bounded(findings(1240), 5)
    assert shown == findings(5)
    assert (last.rule, last.severity) == ("rule", "error")
    assert last.message.startswith("Còn 1.235 chỗ khác")


def test_a_file_full_of_flaws_gets_a_list_that_can_be_read(store: Store):
    rows = [[99999, f"Xã {number}", "x", *COUNTS[1:]] for number in range(1000)]
    for rule in ("unknown_commune", "not_a_number"):
        assert len(found(store, rule, sheet_of(rows))) == MOST_OF_A_RULE + 1
    assert examined(store, sheet_of(rows)).receipt.status == "rejected"
