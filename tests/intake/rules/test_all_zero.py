"""Zeros where there were many."""

from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import examined, found, good_rows, sheet_of
from tests.intake.rules.test_total_jump import report

RULE = "all_zero"


def test_a_file_of_zeros_is_one_warning(store: Store):
    rows = [[*row[:2], 0, 0, 0, 0, 0] for row in good_rows()]
    [finding] = found(store, RULE, sheet_of(rows))
    assert finding.severity == "warning"
    assert "166 xã, phường" in finding.message


def test_a_commune_that_falls_from_many_to_zero_is_named_once(store: Store):
    store_examined(examined(store, report("04/11/2026", 1234, 199)), store)
    [finding] = found(store, RULE, report("11/11/2026", 0, 0), content=b"next")
    assert (finding.row, finding.column, finding.value) == (3, "C", "0")
    assert "từ 1.234 (kỳ 04/11/2026) thành 0" in finding.message
    assert not found(store, "total_jump", report("11/11/2026", 0, 0), content=b"next")


def test_zeros_in_some_columns_are_none(store: Store):
    assert not found(store, RULE, report("11/11/2026", 0))
