"""One session to be made or changed: everything filled in, what stands against it told while it is typed."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.measures.wording import count_text
from dashboard.reference.communes import communes
from dashboard.reference.round_decisions import By
from dashboard.store.decisions import Decision, OutdatedDecisionError
from dashboard.support.register.values import carrier_name, commune_name
from dashboard.support.sessions.clashes import clashes_of
from dashboard.support.sessions.defaults import Wish, default_session
from dashboard.support.sessions.distance import road_km
from dashboard.support.sessions.keeping import KeptSession, keep_sessions
from dashboard.support.sessions.record import STATUS_WORDS, Session, Status
from dashboard.views import clock
from dashboard.views.plain import plain
from dashboard.views.session_data import SupportState
from dashboard.views.who import ask_name, who
from dashboard.web.live import live

TO_CHOOSE = (Status.PROPOSED, Status.AGREED, Status.CANCELLED)
SAVED = "session-saved"


def show_new_session(state: SupportState) -> None:
    """A session for the commune of the address, or for one chosen here."""
    codes = [commune.code for commune in communes()]
    asked = st.query_params.get("xa", "")
    code = st.selectbox(
        "Xã, phường",
        codes,
        index=codes.index(asked) if asked in codes else None,
        format_func=commune_name,
        placeholder="Chọn xã, phường cần hỗ trợ",
        key="session-commune",
    )
    if code is None:
        st.caption("Chọn xã, phường: ngày, hội trường và nhóm gần nhất còn rảnh được điền sẵn.")
        return
    wish = Wish(code, clock.local_now().date(), state.coming.get(code, 0))
    proposed = default_session(wish, state.setting, tuple(state.kept))
    _form(state, proposed, None)


def show_kept_session(state: SupportState, kept: KeptSession) -> None:
    """A session that stands, to be changed."""
    _form(state, kept.session, kept.decision)


def _form(state: SupportState, session: Session, seen: Decision | None) -> None:
    key = f"session-{session.session_id}-{seen.ordinal if seen else 'new'}"
    left, right = st.columns([3, 2], gap="large")
    with left:
        typed = _typed(state, session, key)
    with right:
        _against(state, typed)
        _offer_save(typed, seen, key)


def _typed(state: SupportState, session: Session, key: str) -> Session:
    day, from_at, to_at = st.columns([2, 1, 1])
    held_on = day.date_input("Ngày", session.held_on, format="DD/MM/YYYY", key=f"{key}-day")
    begins = from_at.time_input("Từ", session.from_at, step=1800, key=f"{key}-from")
    ends = to_at.time_input("Đến", session.to_at, step=1800, key=f"{key}-to")
    hall = _hall(state, session, key)
    groups = _groups(state, session, key)
    points = _points(state, session, key)
    expected, status = st.columns(2)
    count = expected.number_input(
        "Số người dự kiến", 0, 100_000, session.expected_count, step=10, key=f"{key}-expected"
    )
    chosen = status.selectbox(
        "Trạng thái",
        TO_CHOOSE if session.status in TO_CHOOSE else (*TO_CHOOSE, session.status),
        index=[*TO_CHOOSE, session.status].index(session.status),
        format_func=STATUS_WORDS.__getitem__,
        key=f"{key}-status",
    )
    note = st.text_input("Ghi chú", session.note, key=f"{key}-note", placeholder="Mang theo gì, lưu ý gì")
    if not isinstance(held_on, date) or _minutes(ends) <= _minutes(begins):
        st.error("Giờ kết thúc phải sau giờ bắt đầu.", icon=":material/error:")
        return session
    return replace(
        session,
        held_on=held_on,
        from_at=begins,
        to_at=ends,
        hall_id=hall,
        group_ids=tuple(groups),
        point_ids=tuple(points),
        expected_count=int(count),
        status=chosen,
        note=note.strip(),
    )


def _hall(state: SupportState, session: Session, key: str) -> str:
    halls = {hall.entry_id: hall for hall in state.register.halls_in(session.commune_code)}
    if session.hall_id in state.register.halls:
        halls[session.hall_id] = state.register.halls[session.hall_id]
    options = ["", *halls]
    chosen = st.selectbox(
        "Hội trường",
        options,
        index=options.index(session.hall_id) if session.hall_id in options else 0,
        format_func=lambda each: _hall_words(halls.get(each)),
        key=f"{key}-hall",
    )
    return str(chosen)


def _hall_words(hall: Any) -> str:
    if hall is None:
        return "Chưa có hội trường"
    room = f" · {count_text(hall.people_per_day_count)} người/ngày" if hall.people_per_day_count else ""
    return f"{hall.name}{room}"


def _groups(state: SupportState, session: Session, key: str) -> list[str]:
    """The nearest first; those already chosen are among them whatever stands against them."""
    here = session.commune_code
    by_distance = sorted(state.register.groups.values(), key=lambda it: road_km(it.commune_code, here))
    names = {
        it.entry_id: f"{it.name} · {it.people_count} người · {road_km(it.commune_code, here):.0f} km"
        for it in by_distance
    }
    return st.multiselect(
        "Nhóm tình nguyện",
        list(names),
        [each for each in session.group_ids if each in names],
        format_func=names.__getitem__,
        placeholder="Chọn nhóm",
        key=f"{key}-groups",
    )


def _points(state: SupportState, session: Session, key: str) -> list[str]:
    here = session.commune_code
    by_distance = sorted(state.register.points.values(), key=lambda it: road_km(it.commune_code, here))
    names = {
        it.entry_id: f"{carrier_name(it.carrier_code)} · {it.name} · {road_km(it.commune_code, here):.0f} km"
        for it in by_distance
    }
    return st.multiselect(
        "Điểm phục vụ của nhà mạng",
        list(names),
        [each for each in session.point_ids if each in names],
        format_func=names.__getitem__,
        placeholder="Chọn điểm",
        key=f"{key}-points",
    )


def _against(state: SupportState, session: Session) -> None:
    clashes = clashes_of(session, state.setting)
    coming = state.coming.get(session.commune_code)
    if coming is not None:
        st.caption(f"Nếu mời một tuần, khoảng {count_text(coming)} người của xã, phường này sẽ đến.")
    if not clashes:
        st.success("Không vướng gì.", icon=":material/check_circle:")
    for clash in clashes:
        st.warning(f"{plain(clash.message)}  \n→ {plain(clash.resolution)}", icon=":material/warning:")


def _offer_save(session: Session, seen: Decision | None, key: str) -> None:
    ask_name("Người bố trí", "Họ tên")
    if st.button(
        "Lưu buổi hỗ trợ" if seen is None else "Lưu thay đổi",
        type="primary",
        icon=":material/save:",
        key=f"{key}-save",
        width="stretch",
    ):
        _save(session, seen)


def _save(session: Session, seen: Decision | None) -> None:
    try:
        keep_sessions(live().store, [(session, seen)], By(who(OFFICERS), ""))
    except OutdatedDecisionError as error:
        by = error.standing.decided_by if error.standing else "người khác"
        st.error(
            f"{plain(by)} vừa sửa buổi này; bản của bạn chưa được lưu. Mở lại buổi để xem bản mới nhất.",
            icon=":material/call_split:",
        )
        return
    st.session_state[SAVED] = session.session_id
    st.query_params.pop("xa", None)
    st.rerun()


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
