"""What a receipt says in words."""

from dataclasses import replace

from dashboard.briefing.receipt_words import doubts, receipt_lines, review_words
from dashboard.intake.acceptance import accept, warnings_of_submission
from dashboard.intake.journal import Act, append_entry, read_entries
from dashboard.intake.receipt import Status
from dashboard.intake.receipts import remake_receipt
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import examined, good_rows, sheet_of
from tests.intake.test_acceptance import fallen
from tests.intake.weeks import counts_of, send, send_weeks


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


def test_warnings_and_who_accepted_them_are_told_alike_ones_once(store: Store):
    send_weeks(store)
    send(store, fallen(0, 1, 2), 0)
    entry = read_entries(store.home)[-1]
    assert review_words(remake_receipt(entry, store)) == ("3 cảnh báo chưa xem xét, 0 đã chấp nhận",)
    with store.reader() as cursor:
        warnings = warnings_of_submission(cursor, entry.submission_id)
    accept(store, warnings[:2], "Lê Thị Ước", "đã hỏi")
    counts, said = review_words(remake_receipt(entry, store))
    assert counts == "1 cảnh báo chưa xem xét, 2 đã chấp nhận"
    assert said.startswith("Đã xác thực giảm: Lê Thị Ước chấp nhận ")
    assert said.endswith(", lý do: đã hỏi (2 mục)")


def test_a_file_without_warnings_has_nothing_to_review(store: Store):
    send(store, counts_of(), 0)
    assert review_words(remake_receipt(read_entries(store.home)[-1], store)) == ()
