"""Headers that say the same of two columns."""

from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of


def test_a_count_that_stands_twice_is_refused_and_both_columns_named(store: Store):
    rows = [[*row, 70] for row in good_rows()]
    sheet = sheet_of(rows, header=(*HEADER, "Số TB đã XT"))
    [finding] = found(store, "doubled_columns", sheet)
    assert "cột D, H" in finding.message
    assert (finding.row, finding.column) == (2, "H")
    assert examined(store, sheet, carrier_code="mobifone").receipt.status == "rejected"


def test_a_note_may_stand_twice(store: Store):
    rows = [[*row, "", ""] for row in good_rows()]
    assert not found(store, "doubled_columns", sheet_of(rows, header=(*HEADER, "Ghi chú", "Ghi chú")))
