"""What each row below the header is."""

import pytest

from dashboard.intake.layout.header import find_headers
from dashboard.intake.layout.table import Table, read_table
from dashboard.intake.reading.sheet import CellValue, Sheet
from tests.intake.reports import COUNTS, HEADER, good_rows, sheet_of

OLD_HEADER = ("Huyện", "Xã/phường/TT", *HEADER[2:])


def table_of(sheet: Sheet) -> Table:
    [header] = find_headers((sheet,))
    return read_table(header)


def reason_of(row: list[CellValue], header: tuple[str, ...] = HEADER) -> str | None:
    """Reason for which a row after others is skipped, None when it is one of figures."""
    table = table_of(sheet_of([*good_rows()[:3], row], header=header))
    return next((skipped.reason for skipped in table.skipped if skipped.number == 6), None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([14758, "Phường Hàm Rồng", *COUNTS], None),
        ([None, "Phường Hàm Rồng"], None),
        ([None, "Xã Không Có Thật", *COUNTS], None),
        ([None, "Xã Không Có Thật", "khoảng 30"], None),
        ([None, None, *COUNTS], None),
        ([None, "TỔNG CỘNG", *COUNTS], "total"),
        (["Tổng cộng", None, None], "total"),
        ([None, "Huyện Hà Trung", *COUNTS], "district"),
        (["II. TP. Sầm Sơn"], "district"),
        ([None, "Cộng huyện Hà Trung", *COUNTS], "district"),
        (list(HEADER), "header"),
        (["Phương án xử lý: nhắn tin 3 lần"], "plan"),
        ([None, "Người lập biểu", None, None, None, "Giám đốc"], "note"),
        ([None, None, None, None, "Thanh Hóa, ngày 11 tháng 11 năm 2026"], "note"),
        ([None, "Nơi nhận"], "note"),
    ],
)
def test_a_row_is_taken_for_what_it_is(row: list[CellValue], reason: str | None):
    assert reason_of(row) == reason


def test_column_numbers_right_below_the_header_are_no_figures_and_further_down_they_are():
    for marks in (
        ["(1)", "(2)", "(3)", "(4)", "(5)=(3)-(4)", "(6)", "(7)"],
        ["A", "B", 1.0, 2.0, 3.0, 4.0, 5.0],
    ):
        table = table_of(sheet_of([marks, *good_rows()]))
        assert [row.reason for row in table.skipped] == ["note", "header", "column_numbers"]
        assert len(table.rows) == 166


def test_a_commune_whose_name_begins_like_a_label_is_a_commune():
    for name in ("Tống Sơn", "tong son"):
        assert reason_of([None, name, *COUNTS]) is None


def test_a_district_written_once_holds_for_the_rows_below_it():
    rows = [["Huyện Hà Trung", "Xã Hà Vinh", *COUNTS], [None, "Xã Hà Bắc", *COUNTS]]
    table = table_of(sheet_of(rows, header=OLD_HEADER))
    assert [row.district for row in table.rows] == ["Huyện Hà Trung", "Huyện Hà Trung"]


def test_a_district_in_a_row_of_its_own_holds_for_the_rows_below_it():
    rows = [["Xã Hà Tân", *COUNTS], ["II. Huyện Nga Sơn", *COUNTS], ["Xã Nga Vịnh", *COUNTS]]
    table = table_of(sheet_of(rows, header=HEADER[1:]))
    assert [row.district for row in table.rows] == ["", "II. Huyện Nga Sơn"]


def test_a_misspelt_commune_beside_its_district_is_not_taken_for_a_row_of_the_district():
    rows = [["Huyện Hà Trung", "Xã Hà Vình", *COUNTS]]
    assert len(table_of(sheet_of(rows, header=OLD_HEADER)).rows) == 1


def test_cells_know_where_they_stand_and_what_formula_they_hold():
    sheet = sheet_of(good_rows(), formulas={"E3": "C3-D3"})
    [first, *_] = table_of(sheet).rows
    cell = first.cells["unverified_count"]
    assert (cell.name, cell.sheet, cell.text, cell.formula) == ("E3", "SoLieu", "30", "C3-D3")
    assert first.place.text == "Phường Hàm Rồng"


def test_the_place_of_a_row_without_a_name_is_its_code():
    table = table_of(sheet_of([[14758, None, *COUNTS]]))
    assert table.rows[0].place.text == "14758"
    assert table_of(sheet_of([[None, None, *COUNTS]])).rows[0].place.text == ""


def test_a_row_shorter_than_the_header_has_empty_cells():
    [row] = table_of(sheet_of([[14758, "Phường Hàm Rồng", 100]])).rows
    assert row.cells["locked_two_way_count"].value is None
    assert row.text("verified_pct") == ""


def test_a_long_text_is_cut_in_messages_and_kept_in_the_cell():
    [row] = table_of(sheet_of([[14758, "x" * 30_000 + "\n", *COUNTS]])).rows
    assert len(row.text("commune_name")) > 29_000
    assert len(row.shown("commune_name")) == 80
    assert row.shown("verified_pct") == ""
