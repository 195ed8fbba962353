"""The words that the form's writer and its readers share."""

from dashboard.intake.form import TITLE, is_form, is_instructions, is_of_the_form
from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.annex_sheets import points
from tests.intake.reports import found, good_rows, sheet_of


def test_lines_of_the_form_are_known_and_others_are_not():
    assert is_of_the_form("Nhà mạng: Viettel")
    assert not is_of_the_form("Ghi chú của người lập biểu")
    assert is_form(Sheet("A", (SheetRow(1, (TITLE,)),)))
    assert not is_form(Sheet("A", ()))
    assert not is_instructions(Sheet("A", (SheetRow(1, (None, "Khác")),)))


def test_of_any_other_report_all_that_was_left_out_is_told_further_sheets_too(store: Store):
    sheets = sheet_of(good_rows()), points(("Cố định", "Phường Hạc Thành", "A"))
    [finding] = found(store, "skipped_rows", *sheets)
    assert "Đã đọc thêm trang tính “Điểm” (1 dòng)" in finding.message
