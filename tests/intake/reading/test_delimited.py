"""CSV in whatever encoding and with whatever delimiter."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.reading.delimited import decoded, delimiter_of, read_delimited
from dashboard.intake.reading.sheet import FaultError

ROWS = [["Mã", "Xã, phường", "Tổng TB"], ["14758", "Hàm Rồng", "16.139"], ["14797", "Hạc Thành", "36.019"]]
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12)


def written(rows: list[list[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("delimiter", ";\t,|")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_come_back_whatever_encoding_and_delimiter(delimiter: str, encoding: str):
    [sheet] = read_delimited(written(ROWS, delimiter).encode(encoding)).sheets
    assert [list(row.cells) for row in sheet.rows] == ROWS
    assert [row.number for row in sheet.rows] == [1, 2, 3]


def test_windows_1258_with_its_separate_tone_marks_becomes_composed_text():
    text = "Tên\nHạc Thành\nThuỷ"
    decomposed = text.replace("ạ", "a\u0323").replace("à", "à").replace("ỷ", "y\u0309").replace("ê", "ê")
    [sheet] = read_delimited(decomposed.encode("cp1258")).sheets
    assert [row.cells for row in sheet.rows] == [("Tên",), ("Hạc Thành",), ("Thuỷ",)]


@given(st.lists(st.lists(WORDS, min_size=4, max_size=4), min_size=2, max_size=8), st.sampled_from(";\t,|"))
def test_quoted_cells_survive_the_search_for_the_delimiter(rows: list[list[str]], delimiter: str):
    text = written([["Mã", "Tên", "Tổng", "Đã"], *rows], delimiter)
    assert len(next(csv.reader(io.StringIO(text), delimiter=delimiter_of(text)))) >= 1
    assert read_delimited(text.encode()).kind == "csv"


def test_decimal_commas_do_not_pass_for_delimiters():
    assert delimiter_of("a;b\n1,5;2,5\n3,5;4,5\n") == ";"


def test_a_hint_for_excel_names_the_delimiter_and_is_no_row():
    [sheet] = read_delimited(b"sep=|\na,x|b\n1|2\n").sheets
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, ("a,x", "b")), (3, ("1", "2"))]


def test_empty_lines_count_as_rows_and_are_left_out():
    [sheet] = read_delimited(b"a;b\n\n;\n1;2\n").sheets
    assert [row.number for row in sheet.rows] == [1, 4]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\xff\xfea", "not_a_spreadsheet"),
        (b'a;b\n"' + b"x" * 200_000, "damaged_file"),
        (b"a;b\n" * 5001, "too_large"),
        (b";".join([b"a"] * 201), "too_large"),
    ],
)
def test_what_cannot_be_read_is_a_fault(content: bytes, rule: str):
    with pytest.raises(FaultError) as caught:
        read_delimited(content)
    assert caught.value.fault.rule == rule


def test_text_of_no_encoding_is_a_fault():
    with pytest.raises(FaultError):
        decoded(b"\xd2\xff\x9e\x8d")
