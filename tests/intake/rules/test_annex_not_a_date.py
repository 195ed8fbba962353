"""Cells on further sheets where a day belongs."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import items, points
from tests.intake.reports import found, good_rows, sheet_of

RULE = "annex_not_a_date"


def test_a_day_that_cannot_be_told_leaves_its_row_out_with_a_warning(store: Store):
    sheets = (
        points(("Lưu động", "Phường Hạc Thành", "A", None, "31/02/2026")),
        items(("Gọi điện", None, "cuối tuần")),
    )
    first, second = found(store, RULE, sheet_of(good_rows()), *sheets)
    assert (first.row, first.column, first.value, first.severity) == (4, "E", "31/02/2026", "warning")
    assert "“Thời hạn” ghi “cuối tuần”" in second.message


def test_days_and_nothing_are_none(store: Store):
    sheets = points(("Lưu động", "Phường Hạc Thành", "A", None, "1/12/2026")), items(("Gọi điện",))
    assert not found(store, RULE, sheet_of(good_rows()), *sheets)
