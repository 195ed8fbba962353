"""Which files come, and when."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.demo.events import EventKind
from dashboard.demo.plan import demo_request, planned_files
from dashboard.reference.rounds import due_at
from dashboard.settings import LOCAL_ZONE

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=LOCAL_ZONE)
UNTIL = date(2026, 11, 18)


def test_without_a_date_the_last_round_is_the_last_one_due():
    before = datetime(2026, 11, 18, 9, 59, tzinfo=LOCAL_ZONE)
    assert demo_request(before).last_round_on == date(2026, 11, 11)
    assert demo_request(before + timedelta(minutes=1)).last_round_on == date(2026, 11, 18)
    assert demo_request(NOW).last_round_on == date(2026, 11, 18)


def test_the_clock_is_read_in_vietnamese_time():
    assert demo_request(datetime(2026, 11, 18, 3, 0, tzinfo=UTC)).last_round_on == date(2026, 11, 18)
    assert demo_request(datetime(2026, 11, 18, 2, 59, tzinfo=UTC)).last_round_on == date(2026, 11, 11)


@pytest.mark.parametrize(("until", "last"), [(18, 18), (19, 18), (24, 18), (25, 25)])
def test_a_given_date_means_the_last_round_by_then_whatever_the_clock(until: int, last: int):
    request = demo_request(NOW, until=date(2026, 11, until))
    assert request.last_round_on == date(2026, 11, last)
    assert len(request.rounds) == 12
    assert request.rounds[-1] == request.last_round_on


def test_twelve_rounds_lack_one_file_and_have_one_twice():
    files = planned_files(demo_request(NOW, until=UNTIL))
    count_of = Counter((file.carrier_code, file.round_on) for file in files)
    assert len(files) == 60
    assert ("vietnamobile", date(2026, 11, 11)) not in count_of
    assert [key for key, count in count_of.items() if count > 1] == [("mobifone", date(2026, 10, 14))]


def test_files_arrive_from_tuesday_afternoon_to_wednesday_morning_and_late_ones_after_ten():
    for file in planned_files(demo_request(NOW, until=UNTIL)):
        if file.is_correction:
            assert file.received_at > due_at(file.round_on + timedelta(weeks=1))
        elif EventKind.LATE in file.events:
            assert timedelta(0) < file.received_at - due_at(file.round_on) < timedelta(hours=8)
        else:
            assert timedelta(0) < due_at(file.round_on) - file.received_at < timedelta(hours=21)


def test_files_come_in_the_order_of_their_arrival():
    moments = [file.received_at for file in planned_files(demo_request(NOW, until=UNTIL))]
    assert moments == sorted(moments)


def test_a_file_that_has_not_arrived_yet_is_not_planned():
    at_noon = datetime(2026, 11, 18, 12, 0, tzinfo=LOCAL_ZONE)
    codes = {file.carrier_code for file in planned_files(demo_request(at_noon)) if file.round_on == UNTIL}
    assert codes == {"viettel", "vinaphone", "mobifone", "vietnamobile"}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 11))
def test_runs_on_different_days_plan_the_same_files_where_they_overlap(seed: int, weeks_later: int):
    early = demo_request(NOW, seed=seed)
    late = demo_request(NOW + timedelta(weeks=weeks_later), seed=seed)
    overlap = {file for file in planned_files(late) if file.round_on <= early.last_round_on}
    first = {file for file in planned_files(early) if file.round_on >= late.rounds[0]}
    assert first <= overlap
    assert all(file.received_at > early.known_at for file in overlap - first)


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"rounds_count": 0}])
def test_a_wrong_seed_or_number_of_rounds_is_refused(wrong: dict[str, int]):
    with pytest.raises(ValueError, match="must be at least"):
        demo_request(NOW, **wrong)
