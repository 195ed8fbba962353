"""The way of a refused file: marked, put right with a spreadsheet program, sent again and taken in."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.briefing.correction import Correction, can_be_corrected, correction_of
from dashboard.briefing.findings import SEVERITY_GROUND
from dashboard.intake.examine import Examination, examine
from dashboard.intake.finding import Severity
from dashboard.intake.findings_sheet import FINDINGS_SHEET
from dashboard.intake.take_in import take_in
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.conftest import EXAMPLES_DIR
from tests.intake.reports import request_of

BAD = EXAMPLES_DIR / "bad"
EXPECTED = json.loads((BAD / "expected.json").read_text(encoding="utf-8"))
UNREADABLE = {"empty.xlsx", "not_a_workbook.xlsx", "html_as_xls.xls", "truncated.xlsx", "zip_bomb.xlsx"}
OPENABLE = sorted(EXPECTED.keys() - UNREADABLE)
HEADER = ("Mã ĐVHC", "Tên ĐVHC", "TONG_TB", "DA_XAC_THUC", "CHUA_XAC_THUC", "KHOA_1_CHIEU", "KHOA_2_CHIEU")
# What may stand in a workbook that is sent back; anything else would be active, or the sender's own.
HARMLESS_PARTS = (
    "[Content_Types].xml", "_rels/", "docProps/", "xl/workbook.xml", "xl/_rels/", "xl/styles.xml",
    "xl/theme/", "xl/sharedStrings.xml", "xl/worksheets/", "xl/comments", "xl/drawings/vmlDrawing",
)  # fmt: skip


def bad(store: Store, name: str) -> Examination:
    told = {"carrier_code": EXPECTED[name]["carrier"], "round_on": date.fromisoformat(EXPECTED[name]["week"])}
    return examine(request_of(name, (BAD / name).read_bytes(), **told), store)


def opened(correction: Correction) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(correction.content))


def table_of(book: Workbook) -> Worksheet:
    return book["SoLieu"] if "SoLieu" in book.sheetnames else book["Sheet"]


def put_right(name: str, sheet: Worksheet) -> None:
    """What the sender does with the workbook, as the notes say."""
    first = sheet.max_row - len(communes()) + 1
    fixes: dict[str, Any] = {
        "sum_mismatch.xlsx": {"C163": 1185},
        "negative.xlsx": {"F69": 5},
        "text_in_number.xlsx": {"C95": total_in(sheet, 95)},
        "fraction.xlsx": {"C139": total_in(sheet, 139)},
        "locks_exceed_unverified.xlsx": {"F11": 0},
        "unknown_commune.xlsx": {"A67": code_in(67), "B67": None},
        "code_name_conflict.xlsx": {"B17": None},  # the code says which it is
        "formula_injection.xlsx": {"B44": None},
    }
    for cell, value in fixes.get(name, {}).items():
        sheet[cell] = value
    if name == "duplicate_commune.xlsx":
        sheet.delete_rows(170)
    if name == "no_header.xlsx":
        sheet.insert_rows(first)
    if name in ("no_header.xlsx", "missing_columns.xlsx"):
        for column, label in enumerate(HEADER, start=1):
            sheet.cell(3 if name == "no_header.xlsx" else 1, column, label)
    if name in ("missing_columns.xlsx", "missing_communes.xlsx"):
        there = {str(row[0].value) for row in sheet.iter_rows()}
        for commune in communes():
            if commune.code not in there:
                sheet.append([commune.code, commune.name, 100, 70, 30, 5, 3])


def total_in(sheet: Worksheet, row: int) -> int:
    return int((sheet.cell(row, 4).value or 0) + (sheet.cell(row, 5).value or 0))


def code_in(row: int) -> int:
    """The code that stands in this row of a good file of the same layout."""
    good = openpyxl.load_workbook(EXAMPLES_DIR / "mobifone_2026-11-11.xlsx")
    return int(good["SoLieu"].cell(row, 1).value)


@pytest.mark.parametrize("name", OPENABLE)
def test_every_wrong_cell_is_coloured_and_carries_its_note(name: str, store: Store):
    examination = bad(store, name)
    assert can_be_corrected(examination)
    book = opened(correction_of(examination))
    placed = [it for it in examination.receipt.findings if it.row and it.severity in SEVERITY_GROUND]
    for finding in placed:
        cell = book[finding.sheet][f"{finding.column or 'A'}{finding.row}"]
        assert cell.fill.fgColor.rgb == f"FF{SEVERITY_GROUND[finding.severity][1:]}"
        assert finding.message in cell.comment.text
        assert (finding.suggestion or "") in cell.comment.text
    assert placed or name in ("missing_communes.xlsx", "no_header.xlsx"), "those lack whole rows"


@pytest.mark.parametrize("name", OPENABLE)
def test_the_list_of_findings_comes_first_with_a_link_to_each_cell(name: str, store: Store):
    examination = bad(store, name)
    sheet = opened(correction_of(examination)).worksheets[0]
    assert sheet.title == FINDINGS_SHEET
    start = next(row for row in range(1, 12) if sheet.cell(row, 1).value == "Mức độ")
    for row, finding in enumerate(examination.receipt.findings, start=start + 1):
        told = [sheet.cell(row, column).value for column in range(1, 8)]
        cell = f"{finding.column or 'A'}{finding.row}" if finding.row else None
        assert told[1:] == [
            finding.sheet,
            cell,
            finding.value,
            finding.message,
            finding.suggestion,
            finding.rule,
        ]
        link = sheet.cell(row, 3).hyperlink
        assert (link.location if link else None) == (f"{finding.sheet}!{cell}" if cell else None)


@pytest.mark.parametrize("name", OPENABLE)
def test_put_right_and_sent_again_the_file_is_taken_in_without_a_question(name: str, store: Store):
    correction = correction_of(bad(store, name))
    book = opened(correction)
    put_right(name, table_of(book))
    stream = io.BytesIO()
    book.save(stream)
    receipt = take_in(request_of(correction.file_name, stream.getvalue()), store)
    assert receipt.status.is_accepted, receipt.findings
    assert (receipt.carrier_code, receipt.round_on, receipt.communes_count) == (
        "mobifone",
        date(2026, 11, 11),
        166,
    )


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES_DIR.glob("*_2026-11-11*")))
def test_what_goes_back_reads_as_what_came(name: str, store: Store):
    came = examine(request_of(name, (EXAMPLES_DIR / name).read_bytes()), store)
    correction = correction_of(came)
    back = examine(request_of(correction.file_name, correction.content), store)
    assert back.case.figures == came.case.figures
    assert back.receipt.totals == came.receipt.totals
    assert back.case.handling_plan == came.case.handling_plan
    assert [it.message for it in back.receipt.findings] == [it.message for it in came.receipt.findings]


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_a_file_that_cannot_be_opened_has_nothing_to_give_back(name: str, store: Store):
    assert not can_be_corrected(bad(store, name))


def test_a_good_file_without_a_warning_needs_no_correction(store: Store, examples: Path):
    path = examples / "wintel_2026-11-11.csv"
    assert not can_be_corrected(examine(request_of(path.name, path.read_bytes()), store))


@pytest.mark.parametrize("name", OPENABLE)
def test_nothing_active_goes_back(name: str, store: Store):
    content = correction_of(bad(store, name)).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert [part for part in archive.namelist() if not part.startswith(HARMLESS_PARTS)] == []
        sheets = [archive.read(part) for part in archive.namelist() if part.startswith("xl/worksheets/sheet")]
        relations = [archive.read(part) for part in archive.namelist() if part.endswith(".rels")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    assert not any(b'TargetMode="External"' in relation for relation in relations)


def with_all_that_is_active(content: bytes) -> bytes:
    """A report with one wrong cell and, beside it, whatever a workbook can do by itself."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["SoLieu"]
    sheet["C95"] = "khoảng 3000"
    sheet["L1"] = "=cmd|'/c calc'!A1"
    sheet["L2"] = "liên kết"
    sheet["L2"].hyperlink = "http://example.invalid/a"
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state, hidden["A1"] = "veryHidden", "bí mật"
    book.defined_names["N"] = DefinedName("N", attr_text="'[1]x'!$A$1")
    choice = DataValidation(type="list", formula1='=INDIRECT("A1")')
    choice.add("C4")
    sheet.add_data_validation(choice)
    asks = FormulaRule(formula=['WEBSERVICE("http://example.invalid")="1"'], fill=PatternFill("solid"))
    sheet.conditional_formatting.add("A1:A5", asks)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_of_all_that_a_workbook_can_do_by_itself_nothing_goes_back(store: Store, examples: Path):
    content = with_all_that_is_active((examples / "mobifone_2026-11-11.xlsx").read_bytes())
    correction = correction_of(examine(request_of("mobifone_2026-11-11.xlsx", content), store))
    with zipfile.ZipFile(io.BytesIO(correction.content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    active = (
        b"<f>",
        b"example.invalid",
        b"veryHidden",
        b'name="N"',
        b"INDIRECT",
        b"WEBSERVICE",
        b"dataValid",
    )
    assert [(name, sign) for name, part in parts.items() for sign in active if sign in part] == []
    assert opened(correction)["SoLieu"]["L1"].value == "=cmd|'/c calc'!A1"
    assert opened(correction)["SoLieu"]["L1"].data_type == "s"
    assert "bí mật".encode() not in b"".join(parts.values())


def test_a_formula_goes_back_as_quoted_text(store: Store):
    book = opened(correction_of(bad(store, "formula_injection.xlsx")))
    cell = book["SoLieu"]["B44"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://example.invalid","Xã")')
    assert cell.quotePrefix
    assert "công thức" in cell.comment.text


def test_the_name_says_carrier_and_round_where_the_file_s_did_not(store: Store):
    assert correction_of(bad(store, "negative.xlsx")).file_name == "negative_mobifone_2026-11-11_can-sua.xlsx"
    twice = examine(
        request_of("mobifone_2026-11-11_can-sua.xlsx", (BAD / "negative.xlsx").read_bytes()), store
    )
    assert correction_of(twice).file_name == "mobifone_2026-11-11_can-sua.xlsx"


def test_a_second_refusal_brings_one_list_of_findings_not_two(store: Store):
    first = correction_of(bad(store, "negative.xlsx"))
    again = examine(request_of(first.file_name, first.content), store)
    assert {it.rule for it in again.receipt.findings if it.severity is Severity.ERROR} == {"negative_count"}
    assert opened(correction_of(again)).sheetnames == [FINDINGS_SHEET, "Huong dan", "SoLieu"]
