"""What a receipt says in words."""

from dataclasses import replace

from dashboard.briefing.receipt_words import doubts, receipt_lines
from dashboard.intake.journal import Act, append_entry, read_entries
from dashboard.intake.receipt import Status
from dashboard.intake.receipts import remake_receipt
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import examined, good_rows, sheet_of


def test_what_is_not_known_is_left_out(store: Store):
    lines = receipt_lines(examined(store, sheet_of([])).receipt)
    assert {"So với tệp trước", "Phiên bản", "Số thứ tự"}.isdisjoint(lines)
    assert lines["Đã đọc"] == "không có dòng số liệu nào"


def test_a_receipt_made_again_says_what_makes_it_doubtful(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    [entry] = read_entries(store.home)
    assert [doubt[:38] for doubt in doubts(remake_receipt(entry, store))] == [
        "Theo quy tắc và các xác nhận hiện nay, "[:38]
    ], "the archive holds b'report', which today would be refused"
    lost = replace(entry, ordinal=2, act=Act.REFUSED, status=Status.REJECTED, sha256="0" * 64)
    append_entry(store.home, lost)
    [doubt] = doubts(remake_receipt(lost, store))
    assert "kho lưu không còn bản gốc" in doubt
