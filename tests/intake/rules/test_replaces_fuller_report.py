"""Files that hold less than the one that stands for their carrier and round."""

from datetime import timedelta

from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, examined, found, good_rows, sheet_of

RULE = "replaces_fuller_report"


def test_a_part_of_a_report_cannot_wipe_the_whole_one(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    later = examined(store, sheet_of(good_rows()[:3]), content=b"part")
    [finding] = [finding for finding in later.receipt.findings if finding.rule == RULE]
    assert store_examined(later, store).status == "rejected"
    assert "chỉ có 3 trong 166 xã, phường" in finding.message
    assert "gửi lại toàn bộ báo cáo" in str(finding.suggestion)


def test_the_same_count_of_other_communes_is_not_enough(store: Store):
    store_examined(examined(store, sheet_of(good_rows()[:80])), store)
    assert found(store, RULE, sheet_of(good_rows()[80:160]), content=b"others")


def test_a_few_communes_fewer_or_a_file_that_will_not_stand_is_no_finding(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    assert not found(store, RULE, sheet_of(good_rows()[3:]), content=b"corrected")
    earlier = RECEIVED_AT - timedelta(hours=1)
    assert not found(store, RULE, sheet_of(good_rows()[:3]), content=b"older", received_at=earlier)
    assert not found(store, RULE, sheet_of(good_rows()[:3]), content=b"other", file_name="wintel.xlsx")
