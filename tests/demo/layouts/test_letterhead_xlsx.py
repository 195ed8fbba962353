"""The letterhead workbook, read back with a reader of its own."""

from collections.abc import Callable
from io import BytesIO

from openpyxl import load_workbook

from dashboard.demo.layouts.letterhead_xlsx import letterhead_xlsx
from dashboard.demo.report import Report
from dashboard.reference.communes import communes


def test_the_sheet_reads_like_the_printed_form(report: Callable[..., Report]):
    sheet = load_workbook(BytesIO(letterhead_xlsx(report("viettel")))).active
    assert sheet["A3"].value == "SỐ LIỆU MÔ PHỎNG"
    assert sheet["A5"].value == "(Kỳ báo cáo: từ ngày 29/10/2026 đến ngày 04/11/2026)"
    assert [str(merged) for merged in sheet.merged_cells.ranges if "7" in str(merged)] != []
    assert sheet["D7"].value == "Kết quả xác thực"
    assert sheet["D8"].value == "Đã xác thực"
    assert sheet["B175"].value == "TỔNG CỘNG"
    assert sheet["C175"].value == "=SUM(C9:C174)"
    assert sheet["A177"].value.startswith("Phương án xử lý: Tổ chức ")


def test_rows_hold_every_commune_by_full_name(report: Callable[..., Report]):
    written = report("viettel")
    sheet = load_workbook(BytesIO(letterhead_xlsx(written)), data_only=True).active
    rows = [tuple(cell.value for cell in row) for row in sheet["A9:G174"]]
    assert [row[0] for row in rows] == list(range(1, 167))
    assert [row[1] for row in rows] == [commune.name for commune in communes()]
    assert [row[3] for row in rows] == written.counts()["verified_count"].to_pylist()


def test_the_total_row_carries_its_value_beside_the_formula(report: Callable[..., Report]):
    written = report("viettel")
    sheet = load_workbook(BytesIO(letterhead_xlsx(written)), data_only=True).active
    assert tuple(cell.value for cell in sheet["C175:G175"][0]) == written.stated_totals
