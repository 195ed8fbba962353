"""The workbook with its data on the second sheet."""

from collections.abc import Callable
from io import BytesIO
from unicodedata import is_normalized, normalize

from openpyxl import load_workbook

from dashboard.demo.layouts.second_sheet_xlsx import junk_sims, second_sheet_xlsx
from dashboard.demo.report import Report
from dashboard.reference.communes import communes


def test_the_second_sheet_has_codes_decomposed_names_and_counts(report: Callable[..., Report]):
    written = report("mobifone")
    book = load_workbook(BytesIO(second_sheet_xlsx(written)))
    assert book.sheetnames == ["Huong dan", "SoLieu"]
    sheet = book["SoLieu"]
    assert (sheet["A1"].value, sheet["B1"].value) == ("Tuần báo cáo", "04/11/2026")
    rows = [tuple(cell.value for cell in row) for row in sheet["A4:J169"]]
    assert [row[0] for row in rows] == [int(commune.code) for commune in communes()]
    assert all(is_normalized("NFD", row[1]) for row in rows)
    assert [normalize("NFC", row[1]) for row in rows] == [commune.name for commune in communes()]
    assert [row[5] for row in rows] == written.counts()["locked_one_way_count"].to_pylist()


def test_junk_sims_handled_are_no_more_than_those_found(report: Callable[..., Report]):
    found, handled, not_own_name = junk_sims(report("mobifone"))
    assert (handled <= found).all()
    assert (not_own_name >= 0).all()
    assert found.sum() > 0
