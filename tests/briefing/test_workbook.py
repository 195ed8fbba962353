"""The sheet around a table."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from dashboard.briefing.workbook import LONGEST_TEXT, Grid, Heading, add_sheet
from dashboard.reference.columns import columns

MARK = "SỐ LIỆU MÔ PHỎNG"
HEADING = Heading("Tỷ lệ xác thực", ("Kỳ 11/11/2026", "Nguồn: báo cáo của nhà mạng"), MARK)
NAMES = ("commune_code", "commune_name", "total_count", "reported_on")
ROWS = (("14797", "Phường Hạc Thành", 5, None), ("14758", "Phường Hàm Rồng", 6, None))


def sheet_of(heading: Heading, rows: tuple[tuple[object, ...], ...] = ROWS) -> Worksheet:
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        add_sheet(book, heading, Grid([columns()[name] for name in NAMES], rows))
    (sheet,) = openpyxl.load_workbook(stream).worksheets
    return sheet


def test_the_header_stays_in_sight_can_be_filtered_and_is_on_every_printed_page():
    sheet = sheet_of(HEADING)
    assert sheet.freeze_panes == "C7"
    assert sheet.auto_filter.ref == "A6:D8"
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.oddFooter.left.text == MARK
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", None)


def test_columns_are_as_wide_as_their_text_and_the_header_row_as_high_as_its_longest_label():
    sheet = sheet_of(HEADING)
    assert sheet.column_dimensions["B"].width == pytest.approx(len("Phường Hạc Thành") + 2, abs=1)
    assert sheet.row_dimensions[6].height > 2 * 15


@pytest.mark.parametrize(
    "title", ["Kỳ 11/11/2026: tất cả [xã]?", "Tỷ lệ xác thực theo xã, phường của tỉnh", "'"]
)
def test_any_title_makes_a_sheet_name(title: str):
    assert sheet_of(Heading(title))["A1"].value == title


def test_a_text_too_long_for_a_cell_is_cut_and_not_dropped():
    rows = (("14797", "x" * (LONGEST_TEXT + 5), 5, None),)
    assert len(sheet_of(Heading("Dài"), rows)["B4"].value) == LONGEST_TEXT
