"""Files that take the place of an earlier one."""

from datetime import timedelta

from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, changed, examined, found, good_rows, sheet_of

RULE = "supersedes_earlier"


def test_it_says_when_the_earlier_came_and_what_changes(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    rows = changed(3, 2, 1105)
    rows[0][3] = 1075
    [finding] = found(store, RULE, sheet_of(rows[:-1]), content=b"later")
    assert finding.severity == "info"
    assert "“mobifone.xlsx” nhận lúc 09:00 ngày 11/11/2026" in finding.message
    assert "trước có 166 xã, phường, nay có 165" in finding.message
    assert "từ 16.600 thành 17.505; 2 xã, phường đổi số" in finding.message


def test_the_first_file_the_same_bytes_and_an_older_file_replace_nothing(store: Store):
    sheet = sheet_of(good_rows())
    assert not found(store, RULE, sheet)
    store_examined(examined(store, sheet), store)
    assert not found(store, RULE, sheet)
    assert not found(store, RULE, sheet, content=b"older", received_at=RECEIVED_AT - timedelta(hours=1))
