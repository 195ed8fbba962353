"""The receipt of a register's file as openpyxl finds it."""

from io import BytesIO

import openpyxl

from dashboard.briefing.register_receipt import register_receipt_as_xlsx
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.receipt import Status
from dashboard.support.register.take_in import RegisterReceipt


def test_what_came_of_the_file_and_every_finding_are_there_and_nothing_is_a_formula():
    finding = Finding(
        "register_unreadable", Severity.WARNING, "Không đọc được.", None, 4, "C", "=1+1", "Sửa."
    )
    receipt = RegisterReceipt(
        "=a.xlsx", "ab" * 32, Status.ACCEPTED_WITH_WARNINGS, "hall", 3, 2, 0, 0, 1, (finding,)
    )
    book = openpyxl.load_workbook(BytesIO(register_receipt_as_xlsx(receipt)))
    told = {row[0].value: row[1].value for row in book["Biên nhận"].rows}
    assert (told["Tệp"], told["Thêm"], told["Bỏ qua"]) == ("=a.xlsx", 2, 1)
    assert [cell.value for cell in book["Các lỗi"][2]][2:5] == [4, "C", "=1+1"]
    cells = [cell for sheet in book for row in sheet.rows for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
