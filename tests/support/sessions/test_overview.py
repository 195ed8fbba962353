"""Sessions in order: weeks of seven days, statuses, and those that wait for a result."""

from dataclasses import replace
from datetime import date

from dashboard.support.register.records import Hall, Register, ServicePoint, VolunteerGroup
from dashboard.support.sessions.overview import (
    by_status,
    gathered_by,
    waiting_for_result,
    week_of,
    weekday_text,
    words_of,
)
from dashboard.support.sessions.record import Result, Session, Status

SATURDAY, MONDAY = date(2026, 12, 5), date(2026, 11, 30)
SESSION = Session("s", "14758", SATURDAY, "h", expected_count=1200)
REGISTER = Register({"h": Hall("h", "14758", "Hội trường")})


def test_a_week_has_seven_days_and_no_cancelled_session():
    week = week_of([SESSION, replace(SESSION, session_id="c", status=Status.CANCELLED)], MONDAY)
    assert list(week) == [date(2026, 11, 30), *(date(2026, 12, day) for day in range(1, 7))]
    assert [len(held) for held in week.values()] == [0, 0, 0, 0, 0, 1, 0]


def test_what_is_said_of_a_session():
    words = words_of(SESSION, REGISTER)
    assert (words.commune, words.day, words.hall) == ("Phường Hàm Rồng", "T7, 05/12/2026", "Hội trường")
    assert (words.expected, words.result) == ("dự kiến 1.200 người", "")
    done = replace(SESSION, status=Status.DONE, result=Result(1000, {"viettel": 900}))
    assert words_of(done, REGISTER).result == "1.000 người đến, xác thực 900"
    assert words_of(replace(SESSION, hall_id="gone"), REGISTER).hall == "chưa có hội trường"
    assert weekday_text(date(2026, 12, 6)).startswith("CN")


def test_only_what_was_agreed_and_is_over_waits_for_a_result():
    agreed = replace(SESSION, session_id="a", status=Status.AGREED)
    assert waiting_for_result([SESSION, agreed], date(2026, 12, 6)) == (agreed,)
    assert waiting_for_result([agreed], SATURDAY) == ()
    assert {status: len(held) for status, held in by_status([SESSION, agreed]).items() if held} == {
        Status.PROPOSED: 1,
        Status.AGREED: 1,
    }


def test_sessions_are_gathered_by_commune_group_and_carrier():
    register = Register(
        {"h": Hall("h", "14758", "Hội trường")},
        {"g": VolunteerGroup("g", "14758", "Đoàn xã"), "k": VolunteerGroup("k", "14758", "Hội")},
        {"p": ServicePoint("p", "viettel", "mobile", "14758", "Xe")},
    )
    both = replace(SESSION, group_ids=("g", "k", "gone"), point_ids=("p", "gone"))
    done = replace(
        SESSION, session_id="d", held_on=MONDAY, group_ids=("g",), status=Status.DONE, expected_count=50,
        result=Result(40, {"viettel": 30}),
    )  # fmt: skip
    cancelled = replace(both, session_id="c", status=Status.CANCELLED)
    sessions = (both, done, cancelled)
    [(_, here)] = gathered_by("commune", sessions, register, MONDAY).items()
    assert (here.name, here.expected_count, here.held_count) == ("Phường Hàm Rồng", 1250, 1)
    assert (here.came_count, here.verified_count, here.next_on) == (40, 30, SATURDAY)
    groups = gathered_by("group", sessions, register, MONDAY)
    assert {key: len(it.sessions) for key, it in groups.items()} == {"g": 2, "k": 1}
    assert list(gathered_by("carrier", sessions, register, MONDAY)) == ["viettel"]
    assert gathered_by("carrier", sessions, register, date(2027, 1, 1))["viettel"].next_on is None
