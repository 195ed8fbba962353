"""The sheet for what was found of junk SIMs and SIMs not in the holder's own name, commune by commune."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from dashboard.briefing.template import looks
from dashboard.briefing.template.form import Form
from dashboard.briefing.template.looks import Palette, set_up, write_lines
from dashboard.briefing.template.validation import count_check
from dashboard.intake.layout.vocabulary import SIM_COLUMNS
from dashboard.reference.columns import columns
from dashboard.reference.communes import communes

NAME = "SIM rác, không chính chủ"
HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1
FIRST_COUNT = 2
WIDTHS = (11, 24, 18, 18, 18)
HINT = "Không phát hiện thì ghi 0; chưa rà soát thì để trống."


def add_sim_sheet(book: Workbook, palette: Palette, form: Form) -> None:
    """Three counts for each commune, none of which has to be filled in."""
    sheet = book.add_worksheet(NAME)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    title = "KẾT QUẢ RÀ SOÁT SIM RÁC, SIM KHÔNG CHÍNH CHỦ"
    lines = ((title, looks.TITLE), *((line, looks.LINE) for line in form.origin_lines), (HINT, looks.HINT))
    write_lines(palette, sheet, lines)
    sheet.set_row(HEADER_ROW, 34)
    for column, name in enumerate(("commune_code", "commune_name", *SIM_COLUMNS)):
        sheet.write_string(HEADER_ROW, column, columns()[name].label, palette.of(looks.HEADER))
    last_row = FIRST_ROW + len(communes()) - 1
    for row, commune in enumerate(communes(), start=FIRST_ROW):
        sheet.write_string(row, 0, commune.code, palette.of(looks.LABEL))
        sheet.write_string(row, 1, commune.name, palette.of(looks.LABEL))
    sheet.write_blank(last_row + 1, 0, None, palette.of(looks.TOTAL))
    sheet.write_string(last_row + 1, 1, "Tổng cộng", palette.of(looks.TOTAL))
    for place, name in enumerate(SIM_COLUMNS, start=FIRST_COUNT):
        for row in range(FIRST_ROW, last_row + 1):
            sheet.write_blank(row, place, None, palette.of(looks.OPEN_COUNT))
        first = xl_rowcol_to_cell(FIRST_ROW, place)
        sheet.data_validation(
            FIRST_ROW, place, last_row, place, count_check(first, "", f"{columns()[name].description}.", "")
        )
        cells = f"{first}:{xl_rowcol_to_cell(last_row, place)}"
        formula = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
        sheet.write_formula(last_row + 1, place, formula, palette.of(looks.TOTAL), "")
    sheet.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW + 1}:A{last_row + 1}"})
    set_up(sheet, HEADER_ROW, FIRST_COUNT, " · ".join(form.origin_lines))
