"""Rows that hold no figures of a commune."""

from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, examined, good_rows, sheet_of


def test_every_row_is_counted_by_what_it_is(store: Store):
    tail = [["", "Tổng cộng", 16600], [], ["Phương án xử lý: nhắn tin"], [], ["", "", "", "", "", "GIÁM ĐỐC"]]
    sheets = sheet_of([*good_rows(), *tail]), Sheet("Hướng dẫn", (SheetRow(1, ("Đọc kỹ",)),))
    receipt = examined(store, *sheets).receipt
    [finding] = [it for it in receipt.findings if it.rule == "skipped_rows"]
    assert receipt.skipped == {"note": 2, "header": 1, "total": 1, "plan": 1}
    assert "dòng tổng (dòng 169)" in finding.message
    assert "chữ ngoài bảng (dòng 1, 173)" in finding.message
    assert "Hướng dẫn" in finding.message
    assert finding.severity == "info"


def test_every_row_of_the_sheet_is_either_figures_or_skipped(store: Store):
    rows = [*good_rows(), ["", "Huyện Hà Trung", *COUNTS], ["", "Người lập biểu", "", "Giám đốc"]]
    sheet = sheet_of(rows)
    receipt = examined(store, sheet).receipt
    assert receipt.rows_read_count + sum(receipt.skipped.values()) == len(sheet.rows)
