"""XLSX, ODS and XLS to cells."""

import io
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from dashboard.intake.reading.limits import Limits
from dashboard.intake.reading.sheet import FaultError, Reading
from dashboard.intake.reading.workbook import clean, read_ole, read_zipped
from tests.intake.reading.workbooks import with_cells, xlsx

FILES_DIR = Path(__file__).parents[1] / "files"
LIMITS = Limits(memory_mib=512, seconds=10, unpacked_mib=50)


def read(content: bytes) -> Reading:
    return read_zipped(content, LIMITS)


def test_every_cell_keeps_its_row_its_column_and_its_kind():
    rows = [
        ["  Mã ", None, 14758],
        [],
        [1.5, True, date(2026, 10, 28), datetime(2026, 10, 28, 9), time(9, 30)],  # noqa: DTZ001 - a workbook knows no zone
    ]
    [sheet] = read(xlsx(rows)).sheets
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("Mã", None, 14758.0)),
        (3, (1.5, True, date(2026, 10, 28), date(2026, 10, 28), "09:30:00")),
    ]


def test_names_in_decomposed_unicode_become_composed():
    [sheet] = read(xlsx([["Ha\u0323c Tha\u0300nh"]])).sheets
    assert sheet.rows[0].cells == ("Hạc Thành",)
    assert clean(" \u00a0 ") is None
    assert clean("\u200e1\u200b234\u202c\ufeff") == "1234"


def test_a_formula_is_told_and_its_saved_result_kept_an_error_stays_an_error():
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><v>NaN</v></c>'
    [sheet] = read(with_cells(f'<row r="1">{cells}</row>')).sheets
    assert sheet.formulas == {"A1": "1+1"}
    assert sheet.rows[0].cells == (2.0, "#REF!", "nan")


def test_hidden_sheets_say_so():
    workbook = openpyxl.Workbook()
    workbook.active.append(["a"])
    workbook.create_sheet("Ẩn").sheet_state = "hidden"
    buffer = io.BytesIO()
    workbook.save(buffer)
    assert [sheet.is_visible for sheet in read(buffer.getvalue()).sheets] == [True, False]


def test_files_saved_by_another_program_in_other_formats_read_the_same(examples: Path):
    original = read((examples / "viettel_2026-11-11.xlsx").read_bytes())
    for name in ("viettel_2026-11-11.ods", "viettel_2026-11-11_libreoffice.xlsx"):
        saved = read((FILES_DIR / name).read_bytes())
        figures = [sheet.rows[6:172] for sheet in (original.sheets[0], saved.sheets[0])]
        assert figures[0] == figures[1]
        assert set(saved.sheets[0].formulas) == {"C175", "D175", "E175", "F175", "G175"}


def test_an_old_xls_reads_like_the_xlsx_it_was_made_from(examples: Path):
    original = read((examples / "mobifone_2026-11-11.xlsx").read_bytes()).sheets[1]
    old = read_ole((FILES_DIR / "mobifone_2026-11-11.xls").read_bytes()).sheets[1]
    assert old.rows[1:] == original.rows[1:]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"?" * 600, "damaged_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password_protected"),
    ],
)
def test_an_old_file_that_cannot_be_read_is_a_fault(content: bytes, rule: str):
    with pytest.raises(FaultError) as caught:
        read_ole(content)
    assert caught.value.fault.rule == rule
