"""Restatements as workbooks: first published, now known and the difference beside each other, typed."""

import io
from datetime import timedelta

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.briefing.restatements import reason_words, restatement_workbook, restatements_workbook
from dashboard.intake.restatement_reason import give_reason
from dashboard.intake.take_in import store_examined
from dashboard.measures.restatements import Restatement, restated_communes, restatements
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, examined, good_rows, sheet_of


@pytest.fixture
def restated(store: Store) -> Restatement:
    """MobiFone took ten verified back, eight days later, and said why in words like a formula."""
    rows = good_rows()
    store_examined(examined(store, sheet_of(rows), is_simulated=True), store)
    rows[0][3:5] = [60, 40]
    later = {"content": b"later", "received_at": RECEIVED_AT + timedelta(days=8), "is_simulated": True}
    receipt = store_examined(examined(store, sheet_of(rows), **later), store)
    give_reason(store, str(receipt.submission_id), "=1+1", "cán bộ")
    with store.reader() as cursor:
        [found] = restatements(cursor)
    return found


def rows_of(content: bytes) -> tuple[Worksheet, list[dict[str, object]]]:
    """The only sheet, and its table as mappings by header."""
    [sheet] = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    top = int(str(sheet.freeze_panes).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1
    header, *rows = sheet.iter_rows(min_row=top, values_only=True)
    return sheet, [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_the_list_tells_both_figures_who_when_and_why(restated: Restatement):
    sheet, [row] = rows_of(restatements_workbook((restated,)))
    assert (row["Nhà mạng"], row["Số tệp đã gửi"], row["Sau khi đóng kỳ"]) == ("MobiFone", 2, "Có")
    assert row["Đã xác thực, công bố lần đầu"] == 11620
    assert (row["Thuê bao đã xác thực"], row["Đã xác thực, chênh lệch do đính chính"]) == (11610, -10)
    assert row["Người tiếp nhận"] == "test"
    assert row["Lý do đính chính"] == "=1+1"
    assert not [cell for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"]
    assert sheet["A2"].value == "SỐ LIỆU MÔ PHỎNG"


def test_the_detail_lists_the_communes_that_changed(restated: Restatement, store: Store):
    with store.reader() as cursor:
        communes = restated_communes(cursor, restated)
    sheet, [row] = rows_of(restatement_workbook(restated, communes))
    assert row["Mã xã, phường"] == good_rows()[0][0]
    assert row["Chưa xác thực, chênh lệch do đính chính"] == 10
    assert row["Tổng số thuê bao, chênh lệch do đính chính"] == 0
    assert "MobiFone, kỳ 11/11/2026" in [cell.value for cell in sheet["A"]]


def test_that_nobody_said_why_is_said(restated: Restatement):
    assert reason_words(restated).startswith("=1+1 (cán bộ, ")
    silent = Restatement(restated.round, "mobifone", restated.files[:1])
    assert reason_words(silent) == "không nêu lý do"
