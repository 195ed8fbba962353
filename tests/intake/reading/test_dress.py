"""A workbook's looks come out of a limited child; whatever a file holds, looks are all that comes."""

import io

import openpyxl
import pytest
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color

from dashboard.intake.reading import dress_child
from dashboard.intake.reading.dress import (
    DRESS_MODULE,
    MAY_SAY,
    MOST_MERGED_CELLS,
    Dress,
    SheetDress,
    dress_of,
)
from dashboard.intake.reading.limits import Limits
from dashboard.intake.reading.sheet import cell_position
from tests.intake.reading.workbooks import with_cells, with_parts, xlsx


def dressed_workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bảng"
    sheet["A1"] = "Tiêu đề"
    sheet.merge_cells("A1:C1")
    sheet["A1"].font = Font(name="Times New Roman", size=13, bold=True, color="FF112233")
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet["A2"], sheet["B2"] = 1234, "chữ"
    sheet["A2"].number_format = "#,##0"
    line = Side(style="thin")
    sheet["A2"].border = Border(line, line, line, line)
    sheet["B2"].fill = PatternFill("solid", fgColor="FFEEDD00")
    sheet["C2"].fill = PatternFill("solid", fgColor=Color(theme=4))
    sheet["C2"].font = Font(color="FFFFFFFF")
    sheet.column_dimensions["B"].width = 33
    sheet.row_dimensions[1].height = 40
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def look(dress: Dress, cell: str) -> dict[str, object]:
    return dict(dress.looks[dress.of("Bảng").cells[cell]])


def test_fonts_colours_numbers_sizes_and_merged_titles_are_kept():
    dress = dress_of(dressed_workbook())
    sheet = dress.of("Bảng")
    assert (sheet.widths, sheet.heights, sheet.merged) == ({1: 33.0}, {0: 40.0}, ((0, 0, 0, 2),))
    title = {"font_name": "Times New Roman", "font_size": 13.0, "bold": True, "font_color": "#112233"}
    assert (title | {"align": "center", "valign": "vcenter", "text_wrap": True}).items() <= look(
        dress, "A1"
    ).items()
    assert {"num_format": "#,##0", "border": 1}.items() <= look(dress, "A2").items()
    assert look(dress, "B2")["bg_color"] == "#EEDD00"


def test_light_ink_is_left_out_with_the_ground_that_is_not_known():
    assert {"bg_color", "font_color"}.isdisjoint(look(dress_of(dressed_workbook()), "C2"))


def test_a_look_says_nothing_but_what_it_may():
    dress = dress_of(dressed_workbook())
    assert all(isinstance(value, MAY_SAY[name]) for look in dress.looks for name, value in look.items())
    assert all(cell_position(cell) for sheet in dress.sheets.values() for cell in sheet.cells)


def test_a_merged_range_of_a_whole_sheet_is_left_out():
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active.merge_cells(start_row=1, start_column=1, end_row=MOST_MERGED_CELLS + 1, end_column=1)
    stream = io.BytesIO()
    book.save(stream)
    assert dress_of(stream.getvalue()).of("Sheet").merged == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"a;b\n1;2\n",
        with_cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        with_parts(xlsx(), {"xl/styles.xml": "<styleSheet"}),
        with_parts(
            xlsx(), {"xl/styles.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><styleSheet>&a;</styleSheet>'}
        ),
    ],
)
def test_a_file_that_says_no_looks_has_none(content: bytes):
    assert dress_of(content).looks == ()


def test_a_file_that_needs_more_than_the_limits_has_no_looks_and_ends_nobody():
    rows = "".join(f'<row r="{n}">' + "<c><v>1</v></c>" * 199 + "</row>" for n in range(1, 2000))
    assert dress_of(with_cells(rows), Limits(memory_mib=1024, seconds=1, unpacked_mib=50)) == Dress()


def test_an_unknown_sheet_has_no_looks():
    assert Dress().of("x") == SheetDress()


def test_it_is_a_child_that_looks_and_nothing_it_needs_is_loaded_before_it_is_bound():
    assert dress_child.__name__ == DRESS_MODULE
    assert not hasattr(dress_child, "openpyxl")
