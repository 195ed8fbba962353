"""Bytes that were taken in before."""

from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import changed, examined, found, good_rows, sheet_of


def test_the_same_bytes_again_say_when_they_came_and_that_nothing_changes(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    [finding] = found(store, "duplicate_file", sheet_of(good_rows()))
    assert "09:00 ngày 11/11/2026" in finding.message
    assert "không có gì thay đổi" in finding.message
    assert finding.severity == "info"


def test_bytes_that_were_superseded_say_so(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    store_examined(examined(store, sheet_of(changed(3, 5, 4)), content=b"later"), store)
    [finding] = found(store, "duplicate_file", sheet_of(good_rows()))
    assert "đã có tệp khác thay thế" in finding.message


def test_the_same_bytes_for_another_carrier_are_a_warning(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    sheet = sheet_of(good_rows())
    [finding] = found(store, "duplicate_file", sheet, file_name="x.xlsx", carrier_code="wintel")
    assert finding.severity == "warning"
    assert "MobiFone" in finding.message


def test_new_bytes_are_no_finding(store: Store):
    assert not found(store, "duplicate_file", sheet_of(good_rows()))
