"""The meeting's page: opens on the address's filters, opens an earlier one again, stands without figures."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from dashboard.meeting.records import meetings_held
from dashboard.store.database import Store
from tests.pages.board_of import COMPONENT, has_board, words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, WHOLE, report


def told_by(page: AppTest) -> dict[str, Any]:
    [mounted] = page.get(COMPONENT)
    return dict(json.loads(mounted.proto.json))


def test_it_opens_a_meeting_on_the_filters_of_the_address(open_page: OpenPage, filled: Store):
    told = told_by(open_page("meeting", tuan=WHOLE.isoformat(), nha_mang="viettel", loai="xa"))
    with filled.reader() as cursor:
        [held] = meetings_held(cursor)
    assert told["key"] == held.key
    assert told["query"] == held.selection.as_query() == f"tuan={WHOLE}&nha-mang=viettel&loai=xa"
    assert told["mine"] == told["earlier"] == []


def test_with_a_carrier_missing_it_opens_too(open_page: OpenPage, filled: Store):
    assert told_by(open_page("meeting", tuan=LAST.isoformat(), nha_mang="wintel"))["key"]


def test_an_earlier_meeting_opens_again_and_marks_what_came_since(open_page: OpenPage, filled: Store):
    told = told_by(open_page("meeting", tuan=LAST.isoformat()))
    report(filled, "wintel_2026-11-11.csv", LAST, hour=23)
    again = told_by(open_page("meeting", cuoc_hop=told["key"]))
    assert again["key"] == told["key"]
    with filled.reader() as cursor:
        assert len(meetings_held(cursor)) == 1
    assert told["since"]["lines"] == []


def test_before_the_first_report_it_says_what_to_do(open_page: OpenPage, empty: Store):
    page = open_page("meeting")
    assert not has_board(page)
    assert "Chưa có báo cáo nào được nhận" in words_on(page)
