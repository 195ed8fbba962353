"""A meeting is opened once for a day, filters and state of the data, and is found again as it was."""

from datetime import timedelta

from dashboard.measures.selection import Selection
from dashboard.meeting.records import meeting_of, meetings_held
from dashboard.store.database import Store
from tests.meeting.conftest import AT_LAST, desk_at, opened
from tests.web.prepared import LAST, WHOLE, report


def test_entering_again_is_the_same_meeting(filled: Store):
    first = opened(filled, Selection(LAST), AT_LAST)
    again = opened(filled, Selection(LAST, measure="unverified_count"), AT_LAST + timedelta(hours=1))
    assert again == first


def test_other_filters_another_day_or_a_new_report_make_another_meeting(filled: Store):
    first = opened(filled, Selection(LAST), AT_LAST)
    filtered = opened(filled, Selection(LAST, ("viettel",), "xã", basis="last-known"), AT_LAST)
    next_day = opened(filled, Selection(LAST), AT_LAST + timedelta(days=1))
    report(filled, "wintel_2026-11-11.csv", LAST, hour=15)
    later = opened(filled, Selection(LAST), AT_LAST + timedelta(hours=2))
    with filled.reader() as cursor:
        held = meetings_held(cursor)
        assert meeting_of(cursor, filtered.key) == filtered
        assert meeting_of(cursor, "nobody-opened-it") is None
    assert set(held) == {first, filtered, next_day, later}
    assert held[0].as_of <= held[-1].as_of
    assert filtered.selection.carriers == ("viettel",)


def test_it_shows_what_every_page_shows_where_a_clock_ran_ahead(filled: Store):
    behind = AT_LAST - timedelta(days=3)  # the last files came "later" than now
    meeting = opened(filled, Selection(LAST), behind)
    assert desk_at(filled, meeting).facts.data_version == meeting.version


def test_a_meeting_on_an_older_round_keeps_its_round(filled: Store):
    assert opened(filled, Selection(WHOLE), AT_LAST).selection == Selection(WHOLE)
