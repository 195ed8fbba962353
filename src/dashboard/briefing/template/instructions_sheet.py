"""The sheet that says how the form is filled in, what its checks mean, and where it goes."""

from collections.abc import Iterator
from pathlib import Path

from xlsxwriter import Workbook

from dashboard.briefing.template import looks, plan_sheet, points_sheet, report_sheet, sim_sheet
from dashboard.briefing.template.form import Form
from dashboard.briefing.template.looks import Look, Palette
from dashboard.briefing.workbook import A4
from dashboard.intake.form import INSTRUCTIONS_TITLE
from dashboard.reference.communes import communes

NAME = "Hướng dẫn"
TEXT_PATH = Path(__file__).with_name("instructions.txt")  # "# " before a heading; every other line is a point
SECTION: Look = {"bold": True, "font_size": 12, "text_wrap": True}
TEXT: Look = {"text_wrap": True, "valign": "top"}
WIDTH = 130  # characters of the column; a line of the text has at most about 120, whatever the font
LINE_HEIGHT = 16  # points


def add_instructions_sheet(book: Workbook, palette: Palette, form: Form) -> None:
    """Nothing to fill in; one page wide."""
    sheet = book.add_worksheet(NAME)
    sheet.set_column(0, 0, WIDTH)
    sheet.write_string(0, 0, INSTRUCTIONS_TITLE, palette.of(looks.TITLE, edged=False))
    for row, (text, style) in enumerate(_lines(form), start=1):
        sheet.write_string(row, 0, text, palette.of(style, edged=False))
        sheet.set_row(row, LINE_HEIGHT)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", looks.ALLOWED)


def instructions(form: Form) -> str:
    """The text, with the names of the sheets and the day it is due."""
    return TEXT_PATH.read_text(encoding="utf-8").format(
        due=form.due_words,
        communes=len(communes()),
        unfilled=report_sheet.UNFILLED,
        report=report_sheet.NAME,
        plan=plan_sheet.NAME,
        plan_hint=plan_sheet.HINT,
        plan_list_hint=plan_sheet.HINT_LIST,
        sims=sim_sheet.NAME,
        sims_hint=sim_sheet.HINT,
        points=points_sheet.NAME,
        points_hint=points_sheet.HINT,
    )


def _lines(form: Form) -> Iterator[tuple[str, Look]]:
    yield from ((line, looks.LINE) for line in form.origin_lines)
    for line in instructions(form).splitlines():
        heading = line.removeprefix("# ")
        if heading == line:
            yield f"• {line}", TEXT
        else:
            yield "", TEXT
            yield heading, SECTION
