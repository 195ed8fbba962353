"""Support planned and done is what was recorded when the meeting was opened."""

from datetime import datetime, timedelta

from dashboard.measures.selection import Selection
from dashboard.meeting.records import Meeting
from dashboard.meeting.steps.support import session_points, support_step
from dashboard.meeting.support import Support, support_of
from dashboard.reference.round_decisions import By
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.support.register.records import Difficulty, Hall, Register
from dashboard.support.sessions.keeping import keep_sessions
from dashboard.support.sessions.record import Result, Session, Status
from tests.meeting.conftest import Desk, desk_at, opened
from tests.web.prepared import LAST

TODAY = LAST
HERE, THERE = "14758", "15019"
REGISTER = Register(
    halls={"h": Hall("h", HERE, "Hội trường phường")},
    difficulties={
        "d": Difficulty("d", "Sóng yếu", (HERE,), (), "network"),
        "e": Difficulty("e", "Đã có trạm mới", (HERE,), (), "network", "done"),
    },
)
DONE = Session(
    "done", HERE, TODAY - timedelta(days=4), "h", status=Status.DONE, result=Result(120, {"viettel": 90})
)
PAST = Session("past", HERE, TODAY - timedelta(days=1), status=Status.AGREED)
NEXT = Session("next", THERE, TODAY + timedelta(days=3), expected_count=300)
SUPPORT = Support((DONE, PAST, NEXT), REGISTER, TODAY)


def test_sessions_are_counted_and_listed_by_what_became_of_them(standing: Desk):
    step = support_step(standing.facts, SUPPORT)
    assert step.message == "1 buổi đã thực hiện, 1 buổi sắp tới"
    assert [figure.text for figure in step.figures] == ["90", "300", "1"]
    assert [(bars.title, bars.rows[0].key) for bars in step.bars[:2]] == [
        ("Sắp tới", THERE),
        ("Đã thực hiện", HERE),
    ]
    assert step.pins == (THERE,)
    assert step.points == ("1 khó khăn, vướng mắc chưa giải quyết xong: 1 về sóng, mạng Internet",)


def test_a_commune_tells_its_own_sessions():
    [told] = session_points(SUPPORT.in_commune(THERE), SUPPORT)
    assert "dự kiến 300 người" in told
    assert "120 người đến, xác thực 90" in next(session_points(SUPPORT.in_commune(HERE), SUPPORT))


def test_a_session_planned_meanwhile_makes_another_meeting_of_the_day(filled: Store):
    now = datetime.now(LOCAL_ZONE)
    first = opened(filled, Selection(LAST), now)
    keep_sessions(filled, [(NEXT, None)], By("Lan", "họp"))
    again = opened(filled, Selection(LAST), max(now, datetime.now(LOCAL_ZONE)) + timedelta(seconds=1))
    assert again != first
    assert support_of(desk_at(filled, again).facts, TODAY).sessions == (NEXT,)


def test_what_is_planned_after_the_meeting_was_opened_is_not_in_it(filled: Store):
    before = datetime.now(LOCAL_ZONE)
    keep_sessions(filled, [(NEXT, None)], By("Lan", "họp"))
    moments = (before, datetime.now(LOCAL_ZONE))
    meetings = [Meeting(f"{moment}", "Lan", moment, Selection(LAST), "") for moment in moments]
    then, now = (support_of(desk_at(filled, meeting).facts, TODAY).sessions for meeting in meetings)
    assert then == ()
    assert now == (NEXT,)
