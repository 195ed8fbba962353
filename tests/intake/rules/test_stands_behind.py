"""Files that change nothing because what stands has a later time."""

from datetime import timedelta

from dashboard.intake.take_in import store_examined
from dashboard.measures import Scope, figures_by_province
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, ROUND_ON, examined, found, good_rows, sheet_of

RULE = "stands_behind"


def test_after_a_clock_that_ran_ahead_a_correction_is_told_that_it_does_not_show(store: Store):
    ahead = RECEIVED_AT + timedelta(days=365)
    store_examined(examined(store, sheet_of(good_rows()), received_at=ahead), store)
    corrected = sheet_of(good_rows()[1:])
    examination = examined(store, corrected, content=b"correction")
    [finding] = [it for it in examination.receipt.findings if it.rule == RULE]
    assert finding.severity == "warning"
    assert (
        "09:00 ngày 11/11/2026, trước tệp “mobifone.xlsx” (nhận lúc 09:00 ngày 11/11/2027)" in finding.message
    )
    assert "--received-at" in str(finding.suggestion)
    store_examined(examination, store)
    total = figures_by_province(store.reader(), Scope(ROUND_ON)).to_pylist()[0]["total_count"]
    assert total == 166 * 100, "what the message says is so"


def test_a_first_file_a_later_one_and_the_same_again_are_no_finding(store: Store):
    sheet = sheet_of(good_rows())
    assert not found(store, RULE, sheet)
    store_examined(examined(store, sheet), store)
    later = RECEIVED_AT + timedelta(hours=1)
    assert not found(store, RULE, sheet_of(good_rows()[1:]), content=b"later", received_at=later)
    assert not found(store, RULE, sheet, received_at=RECEIVED_AT - timedelta(hours=1))
