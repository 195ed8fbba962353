"""What came in since is marked, decisions come back with then and now, meetings are listed."""

from datetime import datetime, timedelta

from dashboard.briefing.content.facts import gather
from dashboard.measures.selection import Selection
from dashboard.measures.wording import pct_text
from dashboard.meeting.acts import Desk, perform
from dashboard.meeting.request import request_of
from dashboard.meeting.screen import NOT_THE_SAME, Watch, screen
from dashboard.reference.communes import commune_by_code
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.meeting.conftest import AT_LAST, CODES, desk_at, opened
from tests.web.prepared import LAST, WHOLE, report


def seen(desk: Desk, **change: object) -> dict:
    with desk.store.reader() as cursor:
        now = gather(cursor, request_of(desk.meeting.selection, None))
        return screen(
            cursor,
            Watch(**{"meeting": desk.meeting, "then": desk.facts, "now": now, "at": AT_LAST} | change),
        )


def test_as_long_as_nothing_came_in_nothing_is_marked(live_desk: Desk):
    found = seen(live_desk)
    assert found["since"]["lines"] == ()
    assert found["trouble"] == ""
    assert not found["isPast"]
    assert [each["key"] for each in found["held"]] == [live_desk.meeting.key]


def test_what_is_restated_since_is_named_and_its_figures_marked(live_desk: Desk):
    report(
        live_desk.store, "mobifone_2026-11-11.xlsx", LAST, hour=16
    )  # with the three communes left out before
    report(live_desk.store, "wintel_2026-11-11.csv", LAST, hour=17)
    found = seen(live_desk, at=AT_LAST + timedelta(days=1))
    told = " | ".join(found["since"]["lines"])
    assert "MobiFone đính chính kỳ 11/11/2026" in told
    assert "Wintel gửi báo cáo kỳ 11/11/2026 sau khi chốt số liệu" in told
    with live_desk.store.reader() as cursor:
        now = gather(cursor, request_of(Selection(LAST), None))
    assert found["since"]["figures"]["unverified_count"]
    assert found["since"]["figures"]["carriers_reported"] == "5/5"
    assert found["since"]["carriers"]["wintel"] == pct_text(now.by_carrier["verified_pct"][-1].as_py())
    assert len(found["since"]["communes"]) == len(CODES)
    assert found["isPast"]


def test_a_decision_comes_back_with_the_figure_then_and_now(filled: Store):
    before = desk_at(filled, opened(filled, Selection(WHOLE), AT_LAST - timedelta(days=7)))
    code = before.agenda.steps[3].focus
    perform(
        before,
        {"act": "type", "step": f"xa-{code}", "what": "Mở điểm", "who": "Viettel", "by": "2026-11-10"},
        "Lan",
    )
    later = datetime.now(LOCAL_ZONE) + timedelta(minutes=1)  # than it was typed
    today = desk_at(filled, opened(filled, Selection(LAST), later))
    [told] = seen(today, at=later)["earlier"]
    assert told["then"].startswith("kỳ 04/11/2026: ")
    assert told["now"].startswith("kỳ 11/11/2026: ")
    assert "điểm %, nhưng hai kỳ khác nhau Wintel" in told["moved"].replace("\u00a0", " ")
    assert told["isOverdue"]
    assert commune_by_code()[code].name in told["on"]
    assert seen(before)["mine"][0]["now"] == ""
    assert seen(today, at=later)["held"][-1]["decisions"] == 1


def test_figures_that_cannot_be_made_again_are_not_shown_as_if(live_desk: Desk):
    other = desk_at(live_desk.store, live_desk.meeting)
    changed = type(live_desk.meeting)(**{**vars(live_desk.meeting), "version": "000000000000"})
    assert seen(other, meeting=changed)["trouble"] == NOT_THE_SAME
