"""A workbook with its data on the second sheet: numeric codes, decomposed names, junk-SIM columns."""

import unicodedata
from collections.abc import Iterator
from io import BytesIO

import numpy as np

from dashboard.demo.figures import Counts, random_for
from dashboard.demo.layouts.rows import SIMULATED_NOTE, commune_rows
from dashboard.demo.layouts.workbook import workbook_into
from dashboard.demo.report import Report

HEADER = (
    "Mã ĐVHC",
    "Tên ĐVHC",
    "TONG_TB",
    "DA_XAC_THUC",
    "CHUA_XAC_THUC",
    "KHOA_1_CHIEU",
    "KHOA_2_CHIEU",
    "SIM rác phát hiện",
    "SIM rác đã xử lý",
    "SIM không chính chủ",
)


def second_sheet_xlsx(report: Report) -> bytes:
    """The report as XLSX; the week stands in a cell above the table."""
    target = BytesIO()
    with workbook_into(target, report.sent_at) as workbook:
        note = workbook.add_worksheet("Huong dan")
        note.write_column(0, 0, ("Số liệu ở trang tính thứ hai", SIMULATED_NOTE))
        sheet = workbook.add_worksheet("SoLieu")
        sheet.write_row(0, 0, ("Tuần báo cáo", f"{report.round_on:%d/%m/%Y}", SIMULATED_NOTE))
        sheet.write_row(2, 0, HEADER)
        for row, values in enumerate(_rows(report), start=3):
            sheet.write_row(row, 0, values)
    return target.getvalue()


def junk_sims(report: Report) -> tuple[Counts, Counts, Counts]:
    """Found, handled, and not in the holder's own name, per commune in the order of `communes()`.

    Assumed at about 2, 1.2 and 2.5 % of the unverified.
    """
    chance = random_for(report.seed, report.round_on, "junk SIMs")
    unverified = report.figures.unverified_count * chance.uniform(0.6, 1.4, report.is_reported.shape)
    found = (unverified * 0.02).astype(np.int64)
    return found, found * 5 // 8, (unverified * 0.025).astype(np.int64)


def _rows(report: Report) -> Iterator[tuple[int | str, ...]]:
    extras = zip(*(column[report.is_reported].tolist() for column in junk_sims(report)), strict=True)
    for (commune, counts), extra in zip(commune_rows(report), extras, strict=True):
        yield (int(commune.code), unicodedata.normalize("NFD", commune.name), *counts, *extra)
