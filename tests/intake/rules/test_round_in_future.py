"""Rounds that have not come yet when the file comes; the files of these tests come on 11/11/2026."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.store.database import Store
from tests.intake.reports import ROUND_ON, examined, found, good_rows, sheet_of
from tests.intake.rules.test_round_unknown import titled


@pytest.mark.parametrize(
    ("weeks", "severity"), [(1, "warning"), (4, "warning"), (5, "error"), (500, "error")]
)
def test_up_to_four_weeks_ahead_is_a_warning_beyond_an_error(weeks: int, severity: str, store: Store):
    round_on = ROUND_ON + timedelta(weeks=weeks)
    sheet = titled(f"Kỳ báo cáo {round_on:%d/%m/%Y}")
    [finding] = found(store, "round_in_future", sheet)
    assert finding.severity == severity
    assert finding.value == f"{round_on:%d/%m/%Y}"
    assert "thuộc kỳ 11/11/2026" in finding.message


def test_a_given_round_is_held_against_the_clock_too(store: Store):
    receipt = examined(store, titled("Báo cáo"), round_on=date(2099, 12, 30)).receipt
    assert receipt.status == "rejected"


def test_the_round_under_way_and_those_before_are_no_finding(store: Store):
    assert not found(store, "round_in_future", sheet_of(good_rows()))
    assert not found(store, "round_in_future", titled("Kỳ báo cáo 28/10/2026"))
    thursday_in_hanoi = datetime(2026, 11, 4, 18, tzinfo=UTC)  # still Wednesday in UTC
    assert not found(store, "round_in_future", sheet_of(good_rows()), received_at=thursday_in_hanoi)
