"""What officers ask of a plan: a commune in a week, not in a week, at least or at most so often."""

from datetime import date, timedelta

import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.measures.wording import day_text
from dashboard.reference.communes import communes
from dashboard.reference.round_decisions import By
from dashboard.store.decisions import OutdatedDecisionError
from dashboard.support.planner.rules import (
    OF_A_WEEK,
    Kept,
    Kind,
    Place,
    Rule,
    keep_rule,
    rules_kept,
    take_back,
)
from dashboard.support.planning.ground import mondays_from
from dashboard.support.register.values import commune_name
from dashboard.views import clock
from dashboard.views.plain import plain
from dashboard.views.who import who
from dashboard.web.live import live

KINDS = {
    Kind.PIN: "Phải đến trong tuần",
    Kind.FORBID: "Không đến trong tuần",
    Kind.LEAST: "Ít nhất số tuần",
    Kind.MOST: "Nhiều nhất số tuần",
}
MOST_WEEKS = 8


def show_plan_rules() -> None:
    """The rules in force, each to be taken back, and a row to add one."""
    with live().store.reader() as cursor:
        kept = rules_kept(cursor)
    standing = {key: each for key, each in kept.items() if each.rule is not None}
    with st.expander(f"Yêu cầu đối với kế hoạch: {len(standing)}", icon=":material/push_pin:"):
        for key, each in standing.items():
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(_words(each), width="stretch")
                if st.button("Bỏ", key=f"rule-{key}", icon=":material/undo:"):
                    _take_back(each)
        _add(kept)


def _add(kept: object) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="rule-add"):
        code = st.selectbox(
            "Xã, phường",
            [commune.code for commune in communes()],
            index=None,
            format_func=commune_name,
            placeholder="Chọn",
            key="rule-commune",
            width=240,
        )
        kind = st.selectbox("Yêu cầu", list(KINDS), format_func=KINDS.__getitem__, key="rule-kind", width=210)
        monday, count = _when(kind)
        reason = st.text_input("Lý do", key="rule-reason", width=260)
        ready = code is not None and bool(reason.strip())
        if st.button("Thêm yêu cầu", icon=":material/add:", disabled=not ready, key="rule-save"):
            rule = Rule(Place(str(code), monday), kind, count)
            _keep(rule, kept.get(rule.key), reason)  # type: ignore[attr-defined]


def _when(kind: Kind) -> tuple[date | None, int]:
    if kind in OF_A_WEEK:
        mondays = mondays_from(clock.local_now().date(), MOST_WEEKS)
        chosen = st.selectbox("Tuần", mondays, format_func=_week, key="rule-week", width=210)
        return chosen, 0
    return None, int(st.number_input("Số tuần", 0, MOST_WEEKS, 1, key="rule-count", width=120))


def _keep(rule: Rule, seen: Kept | None, reason: str) -> None:
    try:
        keep_rule(live().store, rule, seen, By(who(OFFICERS), reason))
    except OutdatedDecisionError:
        st.error("Người khác vừa sửa yêu cầu này; hãy xem lại.", icon=":material/call_split:")
        return
    st.rerun()


def _take_back(kept: Kept) -> None:
    try:
        take_back(live().store, kept, By(who(OFFICERS), "bỏ yêu cầu ở trang Hỗ trợ"))
    except OutdatedDecisionError:
        st.error("Người khác vừa sửa yêu cầu này; hãy xem lại.", icon=":material/call_split:")
        return
    st.rerun()


def _words(kept: Kept) -> str:
    rule, decision = kept.rule, kept.decision
    assert rule is not None
    when = _week(rule.place.monday) if rule.place.monday else f"{rule.count}"
    return (
        f"**{commune_name(rule.place.commune_code)}** · {KINDS[rule.kind].lower()} {when} · "
        f"{plain(decision.decided_by)}: {plain(decision.reason)}"
    )


def _week(monday: date) -> str:
    return f"{day_text(monday)} – {(monday + timedelta(days=6)):%d/%m}"
