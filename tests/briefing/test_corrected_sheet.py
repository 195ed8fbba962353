"""A sheet given back: values as they are, never as a formula, in the looks that it had."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from dashboard.briefing.corrected_sheet import CorrectedSheet, write_sheet
from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.reading.dress import Dress, SheetDress
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow

WRONG = Finding("not_a_number", Severity.ERROR, "Không phải số.", "T1", 2, "B", "x", "Ghi số.")


def given_back(rows: list[tuple[CellValue, ...]], dress: Dress | None = None, **formulas: str) -> Worksheet:
    sheet = Sheet("T1", tuple(SheetRow(n, row) for n, row in enumerate(rows, 1)), True, formulas)
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        write_sheet(book, CorrectedSheet(sheet, "T1", (WRONG,), None, dress or Dress()))
    return openpyxl.load_workbook(stream)["T1"]


def test_values_keep_their_types_and_places():
    sheet = given_back([("chữ", 5, 2.5, True, date(2026, 11, 11), None, "cuối")])
    assert [cell.value for cell in sheet[1]][:4] == ["chữ", 5, 2.5, True]
    assert (sheet["E1"].value.date(), sheet["E1"].number_format) == (date(2026, 11, 11), "dd/mm/yyyy")
    assert (sheet["F1"].value, sheet["G1"].value) == (None, "cuối")


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20))
def test_any_text_comes_back_as_text(text: str):
    cell = given_back([(text,), ("", f"={text}")])["B2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value == f"={text}"


def test_an_empty_cell_that_is_wrong_is_coloured_too():
    cell = given_back([("a",)])["B2"]
    assert cell.fill.fgColor.rgb == "FFF4A6A0"
    assert cell.comment.text == "Lỗi: Không phải số.\n→ Ghi số."


@pytest.mark.parametrize(("saved", "shown"), [(7, 7), (None, "=C1+1"), ("kết quả", "kết quả")])
def test_of_a_formula_the_saved_result_goes_back_else_its_text(saved: CellValue, shown: CellValue):
    cell = given_back([(saved, 1)], A1="C1+1")["A1"]
    assert cell.value == shown
    assert cell.data_type != "f"
    assert "công thức “=C1+1”" in cell.comment.text


def test_the_sender_s_looks_are_worn_and_our_ground_lies_upon_them():
    looks = ({"bold": True, "bg_color": "#00FF00", "num_format": "#,##0"},)
    worn = SheetDress({1: 30.0}, {0: 33.0}, ((2, 0, 2, 3),), {"A2": 0, "B2": 0, "A3": 0})
    sheet = given_back([("a",), (1234, "x"), ("Tiêu đề",)], Dress(looks, {"T1": worn}))
    assert (sheet["A2"].font.b, sheet["A2"].number_format) == (True, "#,##0")
    assert sheet["A2"].fill.fgColor.rgb == "FF00FF00"
    assert (sheet["B2"].font.b, sheet["B2"].fill.fgColor.rgb) == (True, "FFF4A6A0")
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A3:D3"]
    assert sheet["A3"].value == "Tiêu đề"
    assert sheet.column_dimensions["B"].width == pytest.approx(30, abs=1)
    assert sheet.row_dimensions[1].height == 33
