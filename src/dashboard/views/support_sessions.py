"""Buổi hỗ trợ: assign by hand, and what is assigned as a week, by status and as a list."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from dashboard.measures.wording import NOTHING, count_text, day_text
from dashboard.reference.names import fold
from dashboard.support.sessions.clashes import clashes_of
from dashboard.support.sessions.overview import by_status, monday_of, waiting_for_result, week_of, words_of
from dashboard.support.sessions.record import STATUS_WORDS, Session, Status
from dashboard.views import clock
from dashboard.views.plain import plain
from dashboard.views.session_data import SupportState, support_state
from dashboard.views.session_form import SAVED, show_kept_session, show_new_session
from dashboard.views.session_groups import show_gathered
from dashboard.views.session_result import show_result_form
from dashboard.views.tabs import IN_ADDRESS
from dashboard.views.who import is_officer

COLOURS = dict(zip(Status, ("orange", "blue", "green", "gray"), strict=True))
MOST_CARDS = 6  # of a day; more are lines, so that a full week still fits a screen or two
MONDAY = "sessions-monday"  # of the week that the calendar shows
OPENED = "buoi"  # in the address: the session that is opened


def show_support_sessions() -> None:
    """What waits, a new session, then the sessions in three ways; one of them opened if asked for."""
    state = support_state()
    sessions = tuple(kept.session for kept in state.kept.values())
    today = clock.local_now().date()
    saved = st.session_state.pop(SAVED, None)
    if saved in state.kept:
        st.toast("Đã lưu buổi hỗ trợ.", icon=":material/check:")
        st.session_state[MONDAY] = monday_of(state.kept[saved].session.held_on)  # so that it is seen
    _say_waiting(sessions, today)
    opened = st.query_params.get(OPENED, "")
    if opened in state.kept:
        _show_opened(state, opened)
        return
    if is_officer():
        with st.expander(
            "Bố trí một buổi mới", icon=":material/add:", expanded="xa" in st.query_params or not sessions
        ):
            show_new_session(state)
    if not sessions:
        st.info(
            "Chưa có buổi hỗ trợ nào. Bố trí buổi đầu tiên ở trên, hoặc lập kế hoạch ở thẻ **Lập kế hoạch**."
        )
        return
    way = st.segmented_control(
        "Xem theo", list(WAYS), default="Lịch tuần", key="sessions-way", label_visibility="collapsed"
    )
    WAYS[way or "Lịch tuần"](state, sessions)


def _say_waiting(sessions: tuple[Session, ...], today: date) -> None:
    waiting = waiting_for_result(sessions, today)
    if waiting:
        named = ", ".join(f"[{_place(it)} {day_text(it.held_on)}]({address_of(it)})" for it in waiting[:6])
        st.warning(f"{len(waiting)} buổi đã qua chưa ghi kết quả: {named}.", icon=":material/edit_calendar:")


def _show_opened(state: SupportState, key: str) -> None:
    kept = state.kept[key]
    words = words_of(kept.session, state.register)
    if st.button("Về danh sách", icon=":material/arrow_back:", key="session-back"):
        st.query_params.pop(OPENED)
        st.rerun()
    st.subheader(f"{words.commune}, {words.day}")
    st.markdown(f"{_badge(kept.session.status)} {plain(words.hall)} · {words.hours} · {words.expected}")
    if not is_officer():
        st.markdown(plain(" · ".join(filter(None, (words.groups, words.points, words.result)))))
        return
    plan, result = st.tabs(["Bố trí", "Kết quả"], default="Kết quả" if kept.session.result else "Bố trí")
    with plan:
        show_kept_session(state, kept)
    with result:
        show_result_form(kept)


def _show_week(state: SupportState, sessions: tuple[Session, ...]) -> None:
    today = clock.local_now().date()
    first = st.session_state.setdefault(MONDAY, monday_of(today))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Tuần trước", icon=":material/chevron_left:", on_click=_move_week, args=(-7,), key="week-back"
        )
        st.markdown(f"**{day_text(first)} – {day_text(first + timedelta(days=6))}**")
        st.button("Tuần sau", icon=":material/chevron_right:", on_click=_move_week, args=(7,), key="week-on")
    week = week_of(sessions, first)
    for column, (day, held) in zip(st.columns(7, gap="small"), week.items(), strict=True):
        with column:
            name = words_day(day)
            st.markdown(f"**:blue[{name}]**" if day == today else f"**{name}**")
            if len(held) > MOST_CARDS:
                st.html("<br>".join(_short(state, session) for session in held))
                continue
            for session in held:
                _card(state, session)
            if not held:
                st.caption("–")


def _show_board(state: SupportState, sessions: tuple[Session, ...]) -> None:
    groups = by_status(sessions)
    for column, (status, held) in zip(st.columns(len(groups)), groups.items(), strict=True):
        with column:
            st.markdown(f"{_badge(status)} {len(held)}")
            for session in held:
                _card(state, session, with_day=True)


def _show_list(state: SupportState, sessions: tuple[Session, ...]) -> None:
    wanted = st.text_input(
        "Lọc",
        key="sessions-search",
        placeholder="Tên xã, phường, nhóm, nhà mạng, hội trường…",
        label_visibility="collapsed",
    )
    rows = []
    for session in sessions:
        words = words_of(session, state.register)
        row = {
            "Mở": address_of(session),
            "Ngày": session.held_on,
            "Xã, phường": words.commune,
            "Hội trường": words.hall,
            "Giờ": words.hours,
            "Nhóm": words.groups,
            "Điểm của nhà mạng": words.points,
            "Dự kiến": session.expected_count,
            "Trạng thái": words.status,
            "Đến": session.result.came_count if session.result else None,
            "Xác thực": session.result.verified_count if session.result else None,
        }
        if fold(wanted) in fold(" ".join(str(cell) for cell in row.values())):
            rows.append(row)
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        width="stretch",
        column_config={
            "Mở": st.column_config.LinkColumn("", display_text="mở"),
            "Ngày": st.column_config.DateColumn(format="DD/MM/YYYY"),
        },
        placeholder=NOTHING,
    )


def _card(state: SupportState, session: Session, *, with_day: bool = False) -> None:
    words = words_of(session, state.register)
    clashes = clashes_of(session, state.setting) if session.status in {Status.PROPOSED, Status.AGREED} else ()
    with st.container(border=True):
        st.html(_link(state, session))
        st.markdown(f"{_badge(session.status)}{' :orange[:material/warning:]' if clashes else ''}")
        lines = [words.day] if with_day else []
        lines += [words.hours, plain(words.hall), plain(words.groups), words.result or words.expected]
        st.caption("  \n".join(line for line in lines if line))


def _short(state: SupportState, session: Session) -> str:
    """A session in a line: where it is, opened by its name, and how many are expected."""
    return f"{_link(state, session)} {count_text(session.expected_count)}"


def _link(state: SupportState, session: Session) -> str:
    """The commune's name as HTML that opens the session in this tab; links in Markdown open another."""
    place = escape(words_of(session, state.register).commune)
    return f'<a href="{escape(address_of(session))}" target="_self"><b>{place}</b></a>'


def address_of(session: Session) -> str:
    """Where a session is opened."""
    return f"/ho-tro?{IN_ADDRESS}=buoi-ho-tro&{OPENED}={session.session_id}"


def words_day(day: date) -> str:
    """ "T7 05/12"."""
    return f"{'CN' if day.isoweekday() == 7 else f'T{day.isoweekday() + 1}'} {day:%d/%m}"  # Sunday


def _badge(status: Status) -> str:
    return f":{COLOURS[status]}-badge[{STATUS_WORDS[status]}]"


def _place(session: Session) -> str:
    return words_of(session, support_state().register).commune


def _move_week(days: int) -> None:
    st.session_state[MONDAY] += timedelta(days=days)


WAYS: Mapping[str, Callable[[SupportState, tuple[Session, ...]], None]] = {
    "Lịch tuần": _show_week,
    "Theo trạng thái": _show_board,
    "Theo xã": partial(show_gathered, "commune"),
    "Theo nhóm": partial(show_gathered, "group"),
    "Theo nhà mạng": partial(show_gathered, "carrier"),
    "Danh sách": _show_list,
}
