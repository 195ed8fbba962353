"""Files beyond a limit."""

import pytest

from dashboard.intake.reading.sheet import Fault
from dashboard.intake.rules.too_large import MESSAGES
from dashboard.store.database import Store
from tests.intake.reports import found, good_rows, sheet_of


@pytest.mark.parametrize("what", MESSAGES)
def test_the_message_says_which_limit_was_passed(what: str, store: Store):
    facts = {"what": what, "found": 287, "limit": 50, "sheet": "T11", "cell": "XFD1048576"}
    [finding] = found(store, "too_large", fault=Fault("too_large", facts))
    assert "50" in finding.message
    assert "{" not in finding.message
    assert finding.suggestion


def test_a_csv_has_no_sheet_to_name(store: Store):
    facts = {"what": "rows", "found": 5001, "limit": 5000, "sheet": "", "cell": "A5001"}
    [finding] = found(store, "too_large", fault=Fault("too_large", facts))
    assert finding.message.startswith("Tệp có dữ liệu ở ô A5001")
    assert finding.sheet is None


def test_a_report_is_small_enough(store: Store):
    assert not found(store, "too_large", sheet_of(good_rows()))
