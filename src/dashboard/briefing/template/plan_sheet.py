"""The sheet for the handling plan: in words, and as a list that the next round can be held against."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from dashboard.briefing.template import looks
from dashboard.briefing.template.form import Form
from dashboard.briefing.template.looks import Palette, set_up, write_lines
from dashboard.briefing.template.report_sheet import names_of_communes
from dashboard.briefing.template.validation import choice_check, count_check, day_check
from dashboard.intake.form import PLAN_LABEL
from dashboard.reference.columns import columns

NAME = "Phương án"
LABEL_ROW, TEXT_ROW, TEXT_LAST_ROW = 4, 5, 12
HEADER_ROW = 15
FIRST_ROW, ROWS_COUNT = HEADER_ROW + 1, 60
ACTIVITY, COMMUNE, DUE, TARGET = range(4)
WIDTHS = (62, 26, 14, 20)
HINT = "Viết phương án vào ô vàng lớn; việc có nơi, hạn, chỉ tiêu cụ thể thì ghi thêm vào bảng bên dưới."
HINT_LIST = "Mỗi dòng một việc ở một xã, phường; việc chung toàn tỉnh thì để trống cột “Xã, phường”."


def add_plan_sheet(book: Workbook, palette: Palette, form: Form) -> None:
    """A large cell for words, and a list of what, where, until when, how many."""
    sheet = book.add_worksheet(NAME)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    title = "PHƯƠNG ÁN, GIẢI PHÁP CỦA NHÀ MẠNG"  # no label of a plan: what follows that label is the plan
    lines = ((title, looks.TITLE), *((line, looks.LINE) for line in form.origin_lines), (HINT, looks.HINT))
    write_lines(palette, sheet, lines)
    sheet.write_string(LABEL_ROW, 0, PLAN_LABEL, palette.of(looks.LINE, edged=False))
    sheet.merge_range(TEXT_ROW, 0, TEXT_LAST_ROW, len(WIDTHS) - 1, "", palette.of(looks.OPEN_TEXT))
    sheet.write_string(HEADER_ROW - 1, 0, HINT_LIST, palette.of(looks.HINT, edged=False))
    _write_list(palette, sheet)
    set_up(sheet, HEADER_ROW, 0, " · ".join(form.origin_lines))
    sheet.freeze_panes(0, 0)  # the large cell alone fills a screen
    sheet.repeat_rows(HEADER_ROW)


def _write_list(palette: Palette, sheet: Worksheet) -> None:
    sheet.set_row(HEADER_ROW, 34)
    for column, name in enumerate(("activity", "commune_name", "due_on", "target_count")):
        sheet.write_string(HEADER_ROW, column, columns()[name].label, palette.of(looks.HEADER))
    last_row = FIRST_ROW + ROWS_COUNT - 1
    styles = (looks.OPEN_TEXT, looks.OPEN, looks.OPEN_DAY, looks.OPEN_COUNT)
    for row in range(FIRST_ROW, last_row + 1):
        for column, style in enumerate(styles):
            sheet.write_blank(row, column, None, palette.of(style))
    checks = {
        COMMUNE: choice_check(
            names_of_communes(), "Chọn trong danh sách; để trống là toàn tỉnh.", "Chọn tên trong danh sách."
        ),
        DUE: day_check("Ngày hẹn làm xong, dạng ngày/tháng/năm."),
        TARGET: count_check(
            xl_rowcol_to_cell(FIRST_ROW, TARGET),
            "",
            "Số thuê bao hẹn xác thực thêm; không hẹn thì để trống.",
            "",
        ),
    }
    for column, check in checks.items():
        sheet.data_validation(FIRST_ROW, column, last_row, column, check)
