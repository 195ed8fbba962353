"""Refused files wait for a correction until one is taken in."""

from datetime import date, datetime
from typing import Any

from dashboard.intake.journal import Act, Entry
from dashboard.intake.receipt import Status
from dashboard.measures.refusals import pending_refusals
from dashboard.reference.round_calendar import RoundCalendar
from tests.measures.reports import LAST, at


def entry(ordinal: int, act: Act = Act.REFUSED, **changed: Any) -> Entry:
    values: dict[str, Any] = dict.fromkeys(Entry.__dataclass_fields__) | {
        "ordinal": ordinal,
        "act": act,
        "sha256": f"{ordinal:064d}",
        "file_name": f"tep{ordinal}.xlsx",
        "carrier_code": "viettel",
        "round_on": LAST,
        "status": Status.REJECTED if act is Act.REFUSED else Status.ACCEPTED,
        "received_at": at(LAST, ordinal),
    }
    return Entry(**values | changed)


def names(*entries: Entry) -> list[str]:
    return [refusal.file_name for refusal in pending_refusals(entries, RoundCalendar())]


def test_a_refused_file_is_pending_until_the_carrier_sends_a_good_one():
    assert names(entry(1)) == ["tep1.xlsx"]
    assert names(entry(1), entry(2, Act.TAKEN_IN)) == []
    assert names(entry(1, Act.TAKEN_IN), entry(2)) == ["tep2.xlsx"]


def test_a_good_file_of_another_carrier_or_round_settles_nothing():
    others = entry(2, Act.TAKEN_IN, carrier_code="wintel"), entry(3, Act.TAKEN_IN, round_on=date(2026, 11, 4))
    assert names(entry(1), *others) == ["tep1.xlsx"]


def test_the_same_bytes_count_once_and_are_settled_once_somebody_says_whose_they_are():
    unknown = [entry(number, carrier_code=None, sha256="a" * 64) for number in (1, 2)]
    assert names(*unknown) == ["tep2.xlsx"]
    assert names(*unknown, entry(3, Act.TAKEN_IN, sha256="a" * 64)) == []


def test_a_file_that_names_no_round_counts_to_the_one_of_its_day():
    thursday = datetime(2026, 11, 12, 9, tzinfo=at(LAST).tzinfo)
    [refusal] = pending_refusals([entry(1, round_on=None, received_at=thursday)], RoundCalendar())
    assert refusal.round_on == date(2026, 11, 18)
