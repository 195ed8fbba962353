"""Whole reports as carriers change them from week to week: read all the same, with nothing lost."""

import csv
import io
from collections.abc import Sequence

import openpyxl
import pytest

from dashboard.intake.examine import examine
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, good_rows, request_of

ROWS = [[number, row[1], *COUNTS] for number, row in enumerate(good_rows(), start=1)]
TITLE = "Kỳ báo cáo: từ ngày 05/11/2026 đến ngày 11/11/2026"
PLAIN = ("STT", "Tên xã, phường", "Tổng thuê bao", "Đã XT", "Chưa XT", "Khóa 1C", "Khóa 2C")


def as_xlsx(rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> bytes:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(list(row))
    for cells in merged:
        workbook.active.merge_cells(cells)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def as_csv(rows: Sequence[Sequence[object]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


SHAPES = {
    "two rows of header, merged, column numbers": as_xlsx(
        [
            [TITLE],
            ["TT", "Địa bàn", "Tổng số", "Xác thực", None, "Thuê bao bị khóa"],
            [None, None, None, "Đã xác thực", "Chưa xác thực", "một chiều", "hai chiều"],
            ["(1)", "(2)", "(3)", "(4)", "(5)=(3)-(4)", "(6)", "(7)"],
            *ROWS,
        ],
        merged=["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"],
    ),
    "districts in rows of their own, subtotals, header repeated": as_xlsx(
        [
            [TITLE],
            PLAIN,
            [None, "I. Huyện Hà Trung", 8300, 5810, 2490, 415, 249],
            *ROWS[:83],
            PLAIN,
            [None, "II. Huyện Nga Sơn"],
            *ROWS[83:],
            [None, "TỔNG CỘNG", 16600, 11620, 4980, 830, 498],
            [],
            ["Người lập biểu", None, None, None, None, "Giám đốc"],
        ]
    ),
    "numbers as text with blanks, names in capitals": as_xlsx(
        [
            [TITLE],
            PLAIN,
            *[[row[0], str(row[1]).upper(), *(f" {count} " for count in COUNTS)] for row in ROWS],
        ]
    ),
    "comma-separated, letterhead above, UTF-8": as_csv([[TITLE], [], PLAIN, *ROWS], ",", "utf-8"),
    "tab-separated, UTF-16": as_csv([[TITLE], PLAIN, *ROWS], "\t", "utf-16"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_report_in_another_shape_gives_the_same_figures(shape: str, store: Store):
    name = "mobifone.csv" if "separated" in shape else "mobifone.xlsx"
    examination = examine(request_of(name, SHAPES[shape]), store)
    receipt = examination.receipt
    assert [finding.message for finding in receipt.findings if finding.severity != "info"] == []
    assert (receipt.status, receipt.communes_count, str(receipt.round_on)) == ("accepted", 166, "2026-11-11")
    assert [figure.commune_code for figure in examination.case.figures] == [it.code for it in communes()]
    assert receipt.totals["total_count"] == 16600
