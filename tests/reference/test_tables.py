"""Reading a table that somebody may have saved from a spreadsheet program."""

from pathlib import Path

import pytest

from dashboard.reference.carriers import Carrier
from dashboard.reference.tables import header_of, items, read_rows

HEADER = ("code", "name")


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "carriers.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_cells_are_trimmed_whatever_program_saved_them(tmp_path: Path, encoding: str, line_end: str):
    path = written(tmp_path, line_end.join(["code,name", '1," Thọ, Xuân "', ""]), encoding)
    assert read_rows(path, HEADER) == ({"code": "1", "name": "Thọ, Xuân"},)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("code,name\n1,A\n2,B,C\n", "line 3"),
        ("code,name\n1\n", "line 2"),
        ("code;name\n1;A\n", "line 1"),
        ("", "line 1"),
    ],
    ids=["too many cells", "too few cells", "another separator", "empty"],
)
def test_malformed_table_is_refused_by_name_and_line(tmp_path: Path, text: str, complaint: str):
    with pytest.raises(ValueError, match=rf"carriers\.csv, {complaint}"):
        read_rows(written(tmp_path, text), HEADER)


def test_items_drop_blanks_and_empty_ones():
    assert items(" a | b||") == ("a", "b")
    assert items("") == ()


def test_header_is_the_fields_in_their_order():
    assert header_of(Carrier) == ("code", "name", "names", "colour")
