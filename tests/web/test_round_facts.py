"""The facts of a board are kept until something happens, a refusal too."""

from datetime import datetime

from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.web.round_facts import facts_of
from tests.web.prepared import LAST, report


def test_facts_are_kept_until_a_file_is_taken_in_or_refused(filled: Store):
    first = facts_of(filled, LAST)
    assert facts_of(filled, LAST) is first
    now = datetime(2026, 11, 11, 9, tzinfo=LOCAL_ZONE)
    take_in(IntakeRequest("x.xlsx", b"no workbook", now, "test", "test", "wintel", LAST), filled)
    refused = facts_of(filled, LAST)
    assert [it.carrier_code for it in refused.refusals] == ["wintel"]
    report(filled, "wintel_2026-11-11.csv", LAST)
    assert facts_of(filled, LAST).refusals == ()
