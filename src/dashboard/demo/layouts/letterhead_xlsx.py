"""A workbook as offices print it: letterhead, period in the title, two-row merged header, plan, signature."""

from datetime import timedelta
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.demo.layouts.rows import SIMULATED_NOTE, commune_rows
from dashboard.demo.layouts.workbook import workbook_into
from dashboard.demo.report import Report

TITLE = "BÁO CÁO KẾT QUẢ XÁC THỰC THÔNG TIN THUÊ BAO THEO THÔNG TƯ 08/2026/TT-BKHCN"
HEADER_ROW = 6  # from 0: Excel's row 7
FIRST_ROW = HEADER_ROW + 2
GROUPS = (("Kết quả xác thực", 3), ("Thuê bao bị khóa", 5))
SINGLES = (("TT", 0), ("Xã/phường", 1), ("Tổng số thuê bao phải xác thực", 2), ("Ghi chú", 7))
PARTS = ("Đã xác thực", "Chưa xác thực", "Khóa 1 chiều", "Khóa 2 chiều")


def letterhead_xlsx(report: Report) -> bytes:
    """The report as XLSX, communes by full name, with a total row of formulas."""
    target = BytesIO()
    with workbook_into(target, report.sent_at) as workbook:
        sheet = workbook.add_worksheet("BC tuan")
        _head(sheet, report)
        _header(workbook, sheet)
        next_row = FIRST_ROW
        for next_row, (commune, counts) in enumerate(commune_rows(report), start=FIRST_ROW):
            sheet.write_row(next_row, 0, (next_row - FIRST_ROW + 1, commune.name, *counts))
        _totals(sheet, next_row + 1, report)
        sheet.write(next_row + 3, 0, _handling_plan(report))
        sheet.write(next_row + 5, 5, "GIÁM ĐỐC")
    return target.getvalue()


def _head(sheet: Worksheet, report: Report) -> None:
    first_day = report.round_on - timedelta(days=6)
    sheet.write(0, 0, "TẬP ĐOÀN CÔNG NGHIỆP - VIỄN THÔNG QUÂN ĐỘI")
    sheet.write(1, 0, "VIETTEL THANH HÓA")
    sheet.write(2, 0, SIMULATED_NOTE)
    sheet.write(3, 0, TITLE)
    sheet.write(4, 0, f"(Kỳ báo cáo: từ ngày {first_day:%d/%m/%Y} đến ngày {report.round_on:%d/%m/%Y})")


def _header(workbook: Workbook, sheet: Worksheet) -> None:
    style = workbook.add_format({"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True})
    for text, column in SINGLES:
        sheet.merge_range(HEADER_ROW, column, HEADER_ROW + 1, column, text, style)
    for text, column in GROUPS:
        sheet.merge_range(HEADER_ROW, column, HEADER_ROW, column + 1, text, style)
    sheet.write_row(HEADER_ROW + 1, 3, PARTS, style)


def _totals(sheet: Worksheet, row: int, report: Report) -> None:
    sheet.write(row, 1, "TỔNG CỘNG")
    for column, (letter, total) in enumerate(zip("CDEFG", report.stated_totals, strict=True), start=2):
        sheet.write_formula(row, column, f"=SUM({letter}{FIRST_ROW + 1}:{letter}{row})", None, total)


def _handling_plan(report: Report) -> str:
    unverified_count = report.stated_totals[2]
    points_count = 20 + unverified_count // 25_000  # more where more is left to do
    return (
        f"Phương án xử lý: Tổ chức {points_count} điểm hỗ trợ lưu động tại các xã có tỷ lệ thấp; "
        "nhắn tin nhắc thuê bao chưa xác thực; gọi điện cho thuê bao đang khóa 1 chiều; "
        "tạm dừng dịch vụ theo quy định."
    )
