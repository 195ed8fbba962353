"""What goes out for the sessions: sheets in one ZIP, a calendar, messages to copy."""

from datetime import date, timedelta
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.boundaries import layer_in_force
from dashboard.briefing.assignments.bundle import Making, bundle
from dashboard.briefing.assignments.calendar import calendar_of
from dashboard.briefing.assignments.content import FOR_WORDS, Assignment, For, assignments_of, message_of
from dashboard.demo.run import TAKEN_IN_BY
from dashboard.measures.wording import day_text
from dashboard.store.contacts import read_contacts
from dashboard.support.sessions.overview import monday_of
from dashboard.views import clock
from dashboard.views.session_data import SupportState, support_state
from dashboard.web.live import live

ALL_WEEKS = "Tất cả các tuần"
MADE = "session-papers"
MARK = "LỊCH MÔ PHỎNG"


def show_session_papers() -> None:
    """Which week, for whom; then the files and a message for one of them."""
    state = support_state()
    sessions = [kept.session for kept in state.kept.values() if kept.session.is_live]
    if not sessions:
        st.info("Chưa có buổi hỗ trợ nào để in phiếu phân công.", icon=":material/inbox:")
        return
    mondays = sorted({monday_of(it.held_on) for it in sessions})
    today = clock.local_now().date()
    ahead = [place for place, monday in enumerate(mondays, start=1) if monday + timedelta(days=6) >= today]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        week = st.selectbox(
            "Tuần",
            [None, *mondays],
            index=ahead[0] if ahead else 0,
            format_func=_week,
            key="papers-week",
            width=260,
        )
        of: For = st.selectbox(
            "Phiếu cho", list(FOR_WORDS), format_func=FOR_WORDS.__getitem__, key="papers-for", width=220
        )
    chosen = [it for it in sessions if week is None or monday_of(it.held_on) == week]
    assignments = assignments_of(chosen, state.register, read_contacts(live().store.home), of)
    if not assignments:
        st.caption("Không có buổi nào của tuần này dành cho loại phiếu đã chọn.")
        return
    _offer_files(assignments, _mark(state), (week, of))
    _offer_message(assignments)


def _offer_files(assignments: tuple[Assignment, ...], mark: str, asked: tuple[date | None, For]) -> None:
    """The ZIP is made when asked for, telling how far it is; then it is there to be saved."""
    name = f"phan-cong_{asked[1]}_{asked[0] or 'tat-ca'}"
    key = (asked, live().store.commits.count)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            f"Làm {len(assignments)} phiếu (Word, Excel, lịch)", icon=":material/print:", key="papers-make"
        ):
            bar = st.progress(0.0, text="Đang làm phiếu")
            making = Making(layer_in_force(live().store), clock.local_now(), mark)
            content = bundle(assignments, making, partial(_tell, bar))
            bar.empty()
            st.session_state[MADE] = (key, content)
        made_key, content = st.session_state.get(MADE, (None, b""))
        if made_key == key:
            st.download_button(
                "Tải phiếu (ZIP)",
                content,
                f"{name}.zip",
                "application/zip",
                on_click="ignore",
                icon=":material/download:",
            )
        st.download_button(
            "Lịch (.ics)",
            calendar_of(assignments, clock.local_now()),
            f"{name}.ics",
            "text/calendar",
            on_click="ignore",
            icon=":material/calendar_month:",
        )


def _tell(bar: DeltaGenerator, done: int, total: int) -> None:
    bar.progress(done / total, text=f"Đã xong {done}/{total} phiếu")


def _offer_message(assignments: tuple[Assignment, ...]) -> None:
    chosen = st.selectbox(
        "Tin nhắn cho", assignments, format_func=lambda it: it.name, key="papers-message", width=420
    )
    if chosen is not None:
        st.code(message_of(chosen), language=None, wrap_lines=True)


def _mark(state: SupportState) -> str:
    simulated = any(kept.decision.decided_by == TAKEN_IN_BY for kept in state.kept.values())
    return MARK if simulated else ""


def _week(monday: date | None) -> str:
    return ALL_WEEKS if monday is None else f"{day_text(monday)} – {(monday + timedelta(days=6)):%d/%m}"
