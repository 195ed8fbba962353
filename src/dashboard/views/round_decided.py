"""What people decide about rounds on the page: hold one ad hoc, move its hour, close it, open it again."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import streamlit as st

from dashboard.access.roles import OF_THE_DEPARTMENT
from dashboard.measures.wording import day_text, time_text
from dashboard.reference.carriers import carriers
from dashboard.reference.reporting_round import Round, RoundState
from dashboard.reference.round_calendar import AD_HOC, CLOSING, DUE, SUBJECTS
from dashboard.reference.round_decisions import (
    By,
    close_round,
    move_due,
    objection_to_ad_hoc,
    objection_to_reason,
    open_ad_hoc_round,
    withdraw,
)
from dashboard.settings import LOCAL_ZONE
from dashboard.store.decisions import Decision, decisions_made
from dashboard.views import clock
from dashboard.views.plain import plain
from dashboard.views.who import who
from dashboard.web.live import live
from dashboard.web.state import round_calendar

DONE = "round_decided"  # what was done in the run before, to be told once
USUAL_HOUR = time(15)  # for a first suggestion: an ad hoc request of the morning is answered in the afternoon


def show_round_decisions(round_on: date) -> None:
    """Forms for the round shown and for a new ad hoc one, and what was decided so far."""
    found = round_calendar(live().store).round(round_on)
    if done := st.session_state.pop(DONE, ""):
        st.success(done, icon=":material/check_circle:")
    with st.expander("Mở kỳ đột xuất, đổi hạn, chốt kỳ", icon=":material/edit_calendar:"):
        ad_hoc, due, closing = st.columns(3)
        with ad_hoc:
            _offer_ad_hoc()
        with due:
            _offer_due(found)
        with closing:
            _offer_closing(found)
        _show_decided(round_on)


def _offer_ad_hoc() -> None:
    names = {carrier.name: carrier.code for carrier in carriers()}
    with st.form("ad-hoc", border=False):
        st.markdown("**Mở kỳ đột xuất**")
        due = _moment_asked("ad-hoc", clock.local_now() + timedelta(days=1), USUAL_HOUR)
        asked = st.multiselect("Nhà mạng phải báo cáo", list(names), list(names), placeholder="Chọn nhà mạng")
        reason = st.text_input("Lý do mở kỳ đột xuất")
        if not st.form_submit_button("Mở kỳ đột xuất", icon=":material/add:"):
            return
    codes = tuple(names[name] for name in asked)
    objection = objection_to_ad_hoc(round_calendar(live().store), due, codes, reason)
    _do(
        objection,
        f"Đã mở kỳ đột xuất {day_text(due.date())}, hạn gửi trước {time_text(due)}.",
        lambda: open_ad_hoc_round(live().store, due, codes, By(who(OF_THE_DEPARTMENT), reason)),
        due.date(),
    )


def _offer_due(found: Round) -> None:
    with st.form("due", border=False):
        st.markdown(f"**Đổi hạn của kỳ {day_text(found.round_on)}**")
        due = _moment_asked(f"due-{found.round_on}", found.due_at, found.due_at.time())
        reason = st.text_input("Lý do đổi hạn")
        if not st.form_submit_button("Đổi hạn", icon=":material/schedule:"):
            return
    _do(
        objection_to_reason(reason),
        f"Hạn gửi của kỳ {day_text(found.round_on)} nay là trước {time_text(due)}.",
        lambda: move_due(live().store, found.round_on, due, By(who(OF_THE_DEPARTMENT), reason)),
        found.round_on,
    )


def _offer_closing(found: Round) -> None:
    is_closed = found.state_at(clock.local_now()) is RoundState.CLOSED
    with st.form("closing", border=False):
        st.markdown(f"**{'Mở lại' if is_closed else 'Chốt sớm'} kỳ {day_text(found.round_on)}**")
        until = clock.local_now().replace(second=0, microsecond=0)
        if is_closed:
            until = _moment_asked(
                f"closing-{found.round_on}", until + timedelta(days=1), USUAL_HOUR, "Nhận đến"
            )
        else:
            st.caption(
                f"Kỳ này tự chốt lúc {time_text(found.closes_at)}. Chốt ngay: tệp đến sau bị cảnh báo."
            )
        reason = st.text_input("Lý do mở lại" if is_closed else "Lý do chốt")
        if not st.form_submit_button("Mở lại" if is_closed else "Chốt ngay", icon=":material/lock:"):
            return
    late = is_closed and until <= clock.local_now()
    _do(
        "Hãy chọn thời điểm chưa qua." if late else objection_to_reason(reason),
        f"Kỳ {day_text(found.round_on)} "
        + (f"nhận lại đến {time_text(until)}." if is_closed else "đã chốt."),
        lambda: close_round(live().store, found.round_on, until, By(who(OF_THE_DEPARTMENT), reason)),
        found.round_on,
    )


def _moment_asked(key: str, day: datetime, hour: time, label: str = "Hạn gửi") -> datetime:
    left, right = st.columns([3, 2])
    on = left.date_input(f"{label}: ngày", day.date(), format="DD/MM/YYYY", key=f"{key}-day")
    at = right.time_input("giờ", hour, step=900, key=f"{key}-hour")
    return datetime.combine(on, at, LOCAL_ZONE)


def _do(objection: str, done: str, act: Callable[[], Decision], round_on: date) -> None:
    """Say what stands against it, or do it and show the round."""
    if objection:
        st.error(objection)
        return
    act()
    st.session_state[DONE] = done
    st.query_params["tuan"] = round_on.isoformat()
    st.rerun()


def _show_decided(round_on: date) -> None:
    """What was decided about the round, newest first, with who, when and why; the last of each may go."""
    with live().store.reader() as cursor:
        made = [it for subject in SUBJECTS for it in decisions_made(cursor, subject, round_on.isoformat())]
    for decision in sorted(made, key=lambda it: it.ordinal, reverse=True):
        st.markdown(
            f"- {time_text(decision.decided_at)}, {plain(decision.decided_by)}: **{_said(decision)}**. "
            f"Lý do: {plain(decision.reason)}"
        )
    last = {decision.subject: decision for decision in sorted(made, key=lambda it: it.ordinal)}
    in_force = [subject for subject in SUBJECTS if subject in last and not last[subject].is_withdrawal]
    if in_force:
        _offer_withdrawal(round_on, in_force)


def _offer_withdrawal(round_on: date, subjects: list[str]) -> None:
    names = {AD_HOC: "kỳ đột xuất", DUE: "hạn đã đổi", CLOSING: "lần chốt hoặc mở lại"}
    with st.form("withdraw", border=False):
        subject = st.selectbox("Hủy quyết định về", subjects, format_func=lambda it: names[it], width=260)
        reason = st.text_input("Lý do hủy", width=520)
        if not st.form_submit_button("Hủy quyết định", icon=":material/undo:"):
            return
    _do(
        objection_to_reason(reason),
        f"Đã hủy {names[subject]} của kỳ {day_text(round_on)}.",
        lambda: withdraw(live().store, subject, round_on, By(who(OF_THE_DEPARTMENT), reason)),
        round_on,
    )


def _said(decision: Decision) -> str:
    content = decision.content
    if content is None:
        return {AD_HOC: "hủy kỳ đột xuất", DUE: "trở lại hạn thường lệ", CLOSING: "chốt như thường lệ"}[
            decision.subject
        ]
    moment = time_text(datetime.fromisoformat(content["due_at" if "due_at" in content else "closes_at"]))
    return {
        AD_HOC: f"mở kỳ đột xuất, hạn {moment}",
        DUE: f"đổi hạn thành {moment}",
        CLOSING: f"chốt kỳ lúc {moment}",
    }[decision.subject]
