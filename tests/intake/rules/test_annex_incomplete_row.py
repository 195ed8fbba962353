"""Rows of further sheets that lack what they cannot do without."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import items, points
from tests.intake.reports import found, good_rows, sheet_of

RULE = "annex_incomplete_row"


def test_a_point_without_address_and_an_item_without_words_are_named(store: Store):
    sheets = points(("Cố định", "Phường Hạc Thành")), items((None, "Phường Hạc Thành", None, 500))
    first, second = found(store, RULE, sheet_of(good_rows()), *sheets)
    assert (first.sheet, first.row, first.column, first.severity) == ("Điểm", 4, "C", "warning")
    assert "“Địa chỉ”" in first.message
    assert "“Việc sẽ làm”" in second.message


def test_whole_rows_are_none(store: Store):
    assert not found(store, RULE, sheet_of(good_rows()), points(("Cố định", "Phường Hạc Thành", "A")))
