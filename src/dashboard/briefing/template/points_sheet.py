"""The sheet for fixed and mobile service points."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from dashboard.briefing.template import looks
from dashboard.briefing.template.form import Form
from dashboard.briefing.template.looks import Look, Palette, set_up, write_lines
from dashboard.briefing.template.report_sheet import names_of_communes
from dashboard.briefing.template.validation import choice_check, count_check, day_check, degrees_check
from dashboard.intake.annexes.service_points import EAST, NORTH, SOUTH, WEST
from dashboard.reference.columns import columns

NAME = "Điểm phục vụ"
HEADER_ROW = 4
FIRST_ROW, ROWS_COUNT = HEADER_ROW + 1, 400
KINDS, ANSWERS = ["Cố định", "Lưu động"], ["Có", "Không"]
HINT = "Ghi mọi điểm đang hoặc sẽ mở: loại, xã phường và địa chỉ là bắt buộc; các cột khác ghi nếu biết."
# Column, width, look.
COLUMNS: tuple[tuple[str, int, Look], ...] = (
    ("point_kind", 12, looks.OPEN),
    ("commune_name", 24, looks.OPEN),
    ("address", 40, looks.OPEN_TEXT),
    ("opening_hours", 22, looks.OPEN_TEXT),
    ("from_on", 12, looks.OPEN_DAY),
    ("to_on", 12, looks.OPEN_DAY),
    ("lat", 11, looks.OPEN_DEGREES),
    ("lon", 11, looks.OPEN_DEGREES),
    ("people_per_day_count", 13, looks.OPEN_COUNT),
    ("serves_other_carriers", 15, looks.OPEN),
)


def add_points_sheet(book: Workbook, palette: Palette, form: Form) -> None:
    """A row for each point; lists to choose from, days and degrees checked in the cells."""
    sheet = book.add_worksheet(NAME)
    title = "ĐIỂM GIAO DỊCH CỐ ĐỊNH, ĐIỂM HỖ TRỢ LƯU ĐỘNG"
    lines = ((title, looks.TITLE), *((line, looks.LINE) for line in form.origin_lines), (HINT, looks.HINT))
    write_lines(palette, sheet, lines)
    sheet.set_row(HEADER_ROW, 48)
    checks = _checks()
    last_row = FIRST_ROW + ROWS_COUNT - 1
    for column, (name, width, style) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADER_ROW, column, columns()[name].label, palette.of(looks.HEADER))
        for row in range(FIRST_ROW, last_row + 1):
            sheet.write_blank(row, column, None, palette.of(style))
        if name in checks:
            sheet.data_validation(FIRST_ROW, column, last_row, column, checks[name])
    set_up(sheet, HEADER_ROW, 2, " · ".join(form.origin_lines))


def _checks() -> dict[str, dict[str, Any]]:
    people = [name for name, _, _ in COLUMNS].index("people_per_day_count")
    return {
        "point_kind": choice_check(
            KINDS, "Điểm giao dịch cố định hay điểm lưu động.", "Chọn trong danh sách."
        ),
        "commune_name": choice_check(
            names_of_communes(),
            "Chọn xã, phường trong danh sách.",
            "Chọn tên trong danh sách 166 xã, phường.",
        ),
        "from_on": day_check("Ngày bắt đầu; để trống nếu đang hoạt động."),
        "to_on": day_check("Ngày cuối cùng; để trống nếu chưa định ngày nghỉ."),
        "lat": degrees_check(SOUTH, NORTH, "Vĩ độ"),
        "lon": degrees_check(WEST, EAST, "Kinh độ"),
        "people_per_day_count": count_check(
            xl_rowcol_to_cell(FIRST_ROW, people), "", "Số người điểm này tiếp được trong một ngày.", ""
        ),
        "serves_other_carriers": choice_check(
            ANSWERS, "Có hướng dẫn thuê bao của nhà mạng khác hay không.", "Chọn Có hoặc Không."
        ),
    }
