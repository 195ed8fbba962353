"""The workbook itself: what is filled in, what is open, what is checked."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.briefing.template import instructions_sheet, plan_sheet, points_sheet, report_sheet, sim_sheet
from dashboard.briefing.template.book import template_as_xlsx
from dashboard.briefing.template.form import Form, Previous
from dashboard.intake.form import SIMULATED
from dashboard.intake.layout.header import column_meant
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.briefing.template.forms import ROUND_ON, empty_form, examined

LONGEST_PROMPT, LONGEST_TITLE = 255, 32  # characters, limits of the file format
SHEETS = (report_sheet.NAME, plan_sheet.NAME, sim_sheet.NAME, points_sheet.NAME, instructions_sheet.NAME)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(BytesIO(empty_form()))


def test_the_report_comes_first_with_every_commune_by_code_and_name(book: Workbook):
    assert tuple(book.sheetnames) == SHEETS
    rows = book[report_sheet.NAME].iter_rows(
        report_sheet.FIRST_ROW + 1, report_sheet.LAST_ROW + 1, max_col=2, values_only=True
    )
    assert list(rows) == [(commune.code, commune.name) for commune in communes()]


def test_only_what_is_to_be_filled_in_is_open_and_there_is_no_password(book: Workbook):
    for sheet in book:
        assert sheet.protection.sheet
        assert not sheet.protection.password
    report = book[report_sheet.NAME]
    open_cells = {cell.coordinate for row in report.iter_rows() for cell in row if not cell.protection.locked}
    rows = range(report_sheet.FIRST_ROW + 1, report_sheet.LAST_ROW + 2)
    assert open_cells == {f"{letter}{row}" for letter in "CDEFG" for row in rows}


def test_every_count_is_checked_in_its_cell_with_prompt_and_error(book: Workbook):
    for name in SHEETS[:-1]:
        checks = book[name].data_validations.dataValidation
        assert checks
        for check in checks:
            assert 0 < len(check.prompt) <= LONGEST_PROMPT
            assert 0 < len(check.error) <= LONGEST_PROMPT
            assert 0 < len(check.errorTitle) <= LONGEST_TITLE
            assert check.errorStyle in (None, "stop")
    checked = {
        cell
        for check in book[report_sheet.NAME].data_validations.dataValidation
        for cells in check.sqref.ranges
        for row in cells.rows
        for cell in row
    }
    assert len(checked) == 5 * len(communes())


def test_it_is_ready_for_print_and_stays_readable_when_scrolled(book: Workbook):
    report = book[report_sheet.NAME]
    assert report.freeze_panes == f"C{report_sheet.FIRST_ROW + 1}"
    assert report.print_title_rows == f"${report_sheet.HEADER_ROW + 1}:${report_sheet.HEADER_ROW + 1}"
    assert report.page_setup.orientation == "landscape"
    assert report.conditional_formatting


def test_figures_of_the_round_before_cannot_be_taken_for_this_ones(store: Store):
    before = {commune.code: (2000, 1500) for commune in communes()}
    content = template_as_xlsx(Form(carriers()[0], ROUND_ON, Previous(ROUND_ON, before, is_simulated=True)))
    assert [finding.rule for finding in examined(store, content).receipt.findings] == ["nothing_filled_in"]
    sheet = load_workbook(BytesIO(content))[report_sheet.NAME]
    header = [str(cell.value) for cell in sheet[report_sheet.HEADER_ROW + 1]]
    assert [column_meant((label,)) for label in header[-2:]] == [
        "previous_total_count",
        "previous_verified_count",
    ]
    assert SIMULATED in " ".join(str(row[0].value) for row in sheet.iter_rows(1, report_sheet.HEADER_ROW))


def test_the_instructions_say_when_it_is_due_and_name_no_invented_contact(book: Workbook):
    text = "\n".join(str(row[0].value) for row in book[instructions_sheet.NAME].iter_rows())
    assert "trước 10:00 thứ Tư 18/11/2026" in text
    assert "Sở Khoa học và Công nghệ" in text
    assert all(name in text for name in SHEETS[:-1])
    assert "@" not in text
    assert "{" not in text
