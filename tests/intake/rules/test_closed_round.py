"""Files for rounds that are closed."""

from datetime import datetime

from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.reference.round_decisions import By, close_round
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.conftest import EXAMPLES_DIR
from tests.intake.reports import ROUND_ON, found, good_rows, sheet_of


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=LOCAL_ZONE)


def severities(store: Store, received_at: datetime, content: bytes = b"another") -> list[str]:
    findings = found(
        store,
        "closed_round",
        sheet_of(good_rows()),
        received_at=received_at,
        carrier_code="wintel",
        round_on=ROUND_ON,
        content=content,
    )
    return [finding.severity.value for finding in findings]


def reported(store: Store) -> bytes:
    """Wintel has reported the round in time; the bytes."""
    content = (EXAMPLES_DIR / "wintel_2026-11-11.csv").read_bytes()
    request = IntakeRequest("wintel.csv", content, at(11, 9), "test", "test", "wintel", ROUND_ON)
    assert take_in(request, store).status.is_accepted
    return content


def test_until_the_next_round_is_due_a_file_is_no_finding(store: Store):
    assert severities(store, at(11, 15)) == []
    reported(store)
    assert severities(store, at(18, 9)) == []


def test_a_correction_after_that_restates_and_is_a_warning(store: Store):
    content = reported(store)
    assert severities(store, at(18, 10)) == ["warning"]
    assert severities(store, at(18, 10), content) == [], "the same bytes change nothing"
    [finding] = found(
        store, "closed_round", sheet_of(good_rows()), received_at=at(18, 10), carrier_code="wintel"
    )
    assert "Kỳ 11/11/2026 đã chốt lúc 10:00 ngày 18/11/2026" in finding.message
    assert "đính chính" in finding.message


def test_a_first_report_after_that_is_noted(store: Store):
    assert severities(store, at(18, 10)) == ["info"]


def test_where_somebody_closed_the_round_any_file_is_a_warning_until_it_is_open_again(store: Store):
    close_round(store, ROUND_ON, at(11, 14), By("A", "đủ số liệu"))
    assert severities(store, at(11, 13)) == []
    assert severities(store, at(11, 14)) == ["warning"]
    close_round(store, ROUND_ON, at(20, 10), By("A", "chờ Wintel"))
    assert severities(store, at(19, 9)) == []


def test_a_file_ahead_of_its_round_is_no_finding(store: Store):
    assert severities(store, at(10, 9)) == []
