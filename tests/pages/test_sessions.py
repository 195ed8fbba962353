"""Buổi hỗ trợ: assigned in three clicks with everything filled in; clashes told; a result recorded."""

from datetime import date, timedelta

import pytest

from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.support.register.keeping import Change, change_entries
from dashboard.support.register.kinds import GROUPS, HALLS
from dashboard.support.register.records import EVERY_DAY, Hall, VolunteerGroup
from dashboard.support.sessions.keeping import keep_sessions, sessions_in_force
from dashboard.support.sessions.record import Result, Session, Status
from dashboard.views import clock
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage

CODE = "14758"
BY = By("Lê B", "")
HALL = Hall("h", CODE, "Hội trường", people_per_day_count=100)
GROUP = VolunteerGroup("g", CODE, "Đoàn xã", "youth", 10, 20.0, EVERY_DAY)


@pytest.fixture
def registered(filled: Store) -> Store:
    if not sessions_of(filled):
        changes = (Change(HALLS, "h", HALL, None), Change(GROUPS, "g", GROUP, None))
        change_entries(filled, changes, BY)
    return filled


def sessions_of(store: Store) -> tuple[Session, ...]:
    with store.reader() as cursor:
        return sessions_in_force(cursor)


def test_without_anything_it_says_how_to_begin(empty: Store, open_page: OpenPage):
    page = open_page("support")
    assert not page.exception
    assert "Chưa có buổi hỗ trợ nào" in words_on(page)


def test_a_session_is_assigned_by_a_link_and_one_press_then_its_result_recorded(
    registered: Store, open_page: OpenPage
):
    page = open_page("support", xa=CODE)
    assert not page.exception
    assert "Không vướng gì." in str([it.value for it in page.success])
    save = next(it for it in page.button if it.label == "Lưu buổi hỗ trợ")
    save.click().run()
    (session,) = sessions_of(registered)
    assert (session.hall_id, session.group_ids, session.status) == ("h", ("g",), Status.PROPOSED)
    assert session.expected_count > 0
    assert "Phường Hàm Rồng" in "".join(element.proto.body for element in page.get("html"))

    opened = open_page("support", buoi=session.session_id)
    opened.number_input(
        key=next(it.key for it in opened.number_input if it.label == "Số người đến")
    ).set_value(70)
    next(it for it in opened.number_input if it.label == "Viettel").set_value(50)
    next(it for it in opened.button if it.label == "Lưu kết quả").click().run()
    assert not opened.exception
    (done,) = sessions_of(registered)
    assert done.status is Status.DONE
    assert done.result is not None
    assert (done.result.came_count, dict(done.result.verified)) == (70, {"viettel": 50})


def test_clashes_are_told_and_a_session_that_is_over_asks_for_its_result(empty: Store, open_page: OpenPage):
    today = clock.local_now().date()
    past = Session("p", CODE, today - timedelta(days=3), expected_count=50, status=Status.AGREED)
    keep_sessions(empty, [(past, None), (Session("n", CODE, date(today.year + 1, 1, 2)), None)], BY)
    page = open_page("support")
    assert "1 buổi đã qua chưa ghi kết quả" in words_on(page)
    for way in ("Theo trạng thái", "Danh sách"):
        page.get("button_group")[0].set_value([way]).run()
        assert not page.exception, way
    opened = open_page("support", buoi="p")
    assert "Chưa có hội trường" in str([it.value for it in opened.warning])


def test_papers_and_results_say_what_is_missing_and_show_what_is_there(empty: Store, open_page: OpenPage):
    assert "Chưa có buổi hỗ trợ nào để in" in words_on(open_page("support", tab="phieu"))
    assert "Chưa có buổi nào được ghi kết quả" in words_on(open_page("support", tab="ket-qua"))
    held = Session(
        "d",
        CODE,
        date(2026, 11, 7),
        expected_count=50,
        status=Status.DONE,
        result=Result(40, {"viettel": 30}),
    )
    keep_sessions(empty, [(held, None)], BY)
    page = open_page("support", tab="phieu")
    assert not page.exception
    assert "Phường Hàm Rồng" in page.get("code")[0].value
    assert "đến 40" in words_on(open_page("support", tab="ket-qua"))
