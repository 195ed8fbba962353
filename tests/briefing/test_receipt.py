"""The receipt as a workbook: typed cells, a frozen header, no formula, whatever a file is called."""

import io
import zipfile
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from dashboard.briefing.receipt import compared_rows, receipt_name, receipt_workbook
from dashboard.intake.receipt import Receipt
from dashboard.intake.take_in import take_in
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, ROUND_ON, request_of


@pytest.fixture
def receipts(store: Store, examples: Path) -> list[Receipt]:
    """Of two rounds of a carrier, then of a refused file."""
    paths = [examples / f"mobifone_2026-11-{day}.xlsx" for day in ("04", "11")]
    told = {"carrier_code": "mobifone", "round_on": ROUND_ON, "is_simulated": True}
    given = [
        request_of(path.name, path.read_bytes(), received_at=RECEIVED_AT + timedelta(days=days))
        for days, path in zip((-7, 0), paths, strict=True)
    ]
    bad = request_of("=1+1.xlsx", (examples / "bad" / "sum_mismatch.xlsx").read_bytes(), **told)
    return [take_in(request, store) for request in (*given, bad)]


def opened(receipt: Receipt, *notes: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(receipt_workbook(receipt, notes)))


def test_the_five_counts_stand_beside_those_of_the_carrier_s_last_file(receipts: list[Receipt]):
    first, second, _ = receipts
    rows = {label: rest for label, *rest in compared_rows(second)}
    now, then = second.totals["total_count"], first.totals["total_count"]
    assert now is not None
    assert then is not None
    assert rows["Tổng số thuê bao phải xác thực"] == [now, then, now - then]
    assert rows["Số xã, phường có số liệu"] == [166, 166, 0]
    sheet = opened(second)["Biên nhận báo cáo"]
    header = next(cell for cell in sheet["B"] if cell.value == "Tệp này")
    told = {row[0]: list(row[1:]) for row in sheet.iter_rows(min_row=header.row + 1, values_only=True)}
    assert told == rows
    assert sheet.freeze_panes == f"B{header.row + 1}"


def test_a_first_file_is_compared_with_nothing_and_says_so_by_empty_cells(receipts: list[Receipt]):
    assert all(then is None and change is None for _, _, then, change in compared_rows(receipts[0]))


def test_what_is_said_of_the_file_stands_above(receipts: list[Receipt]):
    said = "\n".join(
        str(cell.value) for cell in opened(receipts[1], "Ghi chú trước")["Biên nhận báo cáo"]["A"]
    )
    assert said.splitlines()[1] == "Ghi chú trước"
    assert f"SHA-256: {receipts[1].sha256}" in said
    assert "Nhận: 09:00 ngày 11/11/2026, qua test, người nhận: test" in said
    assert "166 dòng theo mã" in said
    assert "tệp kỳ 04/11/2026 “mobifone_2026-11-04.xlsx”" in said
    assert "(7 ngày trước)" in said
    assert receipts[1].version
    assert receipts[1].version.data in said


def test_the_file_stands_in_one_row_of_typed_cells(receipts: list[Receipt]):
    sheet = opened(receipts[1])["Tệp"]
    told = dict(zip(*sheet.iter_rows(min_row=3, max_row=4, values_only=True), strict=True))
    assert told["Thời điểm nhận"].isoformat() == "2026-11-11T09:00:00"
    assert told["Kỳ báo cáo"].date() == date(2026, 11, 11)
    assert told["Số dòng đã đọc"] == 166
    assert told["Số thứ tự báo cáo"] == "00000002"


def test_every_row_read_is_counted_once(receipts: list[Receipt]):
    rows = list(opened(receipts[1])["Các dòng"].iter_rows(min_row=4, values_only=True))
    assert rows[0] == ("Dòng số liệu", "theo mã", 166)
    assert sum(row[2] for row in rows) == 166 + sum(receipts[1].skipped.values())


def test_a_refused_file_has_its_findings_and_no_cell_is_a_formula(receipts: list[Receipt]):
    refused = receipts[2]
    book = opened(refused)
    listed = [row[6] for row in book["Phát hiện"].iter_rows(min_row=5, values_only=True)]
    assert listed == [finding.rule for finding in refused.findings]
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    with zipfile.ZipFile(io.BytesIO(receipt_workbook(refused))) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)


def test_simulated_figures_say_so_on_every_sheet(receipts: list[Receipt]):
    assert all(sheet["A2"].value == "SỐ LIỆU MÔ PHỎNG" for sheet in opened(receipts[2]))
    assert all(sheet["A2"].value != "SỐ LIỆU MÔ PHỎNG" for sheet in opened(receipts[1]))


def test_its_name_says_number_and_checksum(receipts: list[Receipt]):
    assert receipt_name(receipts[2], "json") == f"bien-nhan_00000003_{receipts[2].sha256[:12]}.json"
