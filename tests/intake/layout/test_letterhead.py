"""The text above a table."""

from datetime import date

from dashboard.intake.layout.header import find_headers
from dashboard.intake.layout.letterhead import row_text, texts_above
from dashboard.intake.reading.sheet import Sheet, SheetRow
from tests.intake.reports import good_rows, sheet_of


def test_it_ends_at_the_header_and_takes_in_the_first_rows_of_other_sheets():
    sheet = sheet_of(good_rows())
    other = Sheet("Khác", (SheetRow(1, ("đầu",)), SheetRow(16, ("quá xa",))))
    [header] = find_headers((sheet,))
    assert list(texts_above((sheet, other), header)) == ["Tuần báo cáo 11/11/2026", "đầu"]


def test_a_row_says_its_cells_in_order():
    assert row_text(SheetRow(1, ("Kỳ", None, date(2026, 10, 8), 5.0))) == "Kỳ 08/10/2026 5"
