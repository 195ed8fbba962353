"""Cells that hold rows."""

import pytest

from dashboard.intake.layout.unsplit import holds_a_row, unsplit_cells
from dashboard.intake.reading.sheet import Sheet, SheetRow


@pytest.mark.parametrize(
    "line",
    [
        "51,14800,Xã A,1234,1000,234,10,5",
        "Phường Quang Trung;3.000;2.000;1.000;5;3",
        '14758\t"Phường Hàm Rồng"\t100\t70\t30\t5\t3',
    ],
)
def test_a_row_in_one_text_is_known_by_its_numbers(line: str):
    assert holds_a_row(line)


@pytest.mark.parametrize(
    "line",
    ["", "1,234,567,890,123,456", "Nhắn tin, tổ chức 40 điểm, 3 đợt; trước 15/04/2027", "Kỳ 11/11/2026"],
)
def test_words_and_long_numbers_are_none(line: str):
    assert not holds_a_row(line)


def test_a_cell_that_swallowed_lines_is_found_in_its_place():
    sheet = Sheet("", (SheetRow(6, (1, "Phường Quang\n7;14800;Xã A;100;70;30;5;3")),))
    [cell] = unsplit_cells(sheet)
    assert cell.name == "B6"
