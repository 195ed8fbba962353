"""What the planner assumes, in one table with its source; changed for a reason, within a range."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.measures.wording import NOTHING, time_text
from dashboard.reference.round_decisions import By
from dashboard.store.decisions import OutdatedDecisionError
from dashboard.support.effect.coming import BY_THEMSELVES, fitted_by_themselves, fitted_turnout
from dashboard.support.effect.fitted import fitted_assumptions
from dashboard.support.effect.words import fit_words
from dashboard.support.planner.assumptions import (
    Assumption,
    Assumptions,
    assumptions_in_force,
    change_assumption,
)
from dashboard.support.planner.fitting import Fit
from dashboard.support.register.keeping import read_register
from dashboard.support.register.records import Register
from dashboard.support.sessions.keeping import sessions_in_force
from dashboard.support.sessions.record import Session
from dashboard.views.who import who
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube


def show_assumptions() -> None:
    """The table, and a row to change one."""
    with live().store.reader() as cursor:
        assumed = assumptions_in_force(cursor)
        fits = _fits(sessions_in_force(cursor), read_register(cursor), assumed)
    with st.expander("Giả định của kế hoạch", icon=":material/tune:"):
        st.dataframe(
            pd.DataFrame([_row(each, fits.get(each.name)) for each in assumed.values()]),
            hide_index=True,
            width="stretch",
            placeholder=NOTHING,
        )
        for name, fit in fits.items():
            _offer_fit(assumed[name], fit)
        with st.container(horizontal=True, vertical_alignment="bottom", key="assumption-change"):
            name = st.selectbox(
                "Đổi giả định",
                list(assumed),
                format_func=lambda each: assumed[each].label,
                key="assumption",
                width=420,
            )
            chosen = assumed[name]
            value = st.number_input(
                f"Giá trị mới ({chosen.unit})",
                chosen.low,
                chosen.high,
                chosen.value,
                key=f"assumption-{name}",
                width=160,
            )
            reason = st.text_input("Lý do", key="assumption-reason", width=260)
            ready = bool(reason.strip()) and value != chosen.value
            if st.button("Đổi", icon=":material/save:", disabled=not ready, key="assumption-save"):
                _change(chosen, float(value), reason)


def _fits(sessions: Sequence[Session], register: Register, assumed: Assumptions) -> Mapping[str, Fit]:
    """What sessions, and the reports of communes without one, say of the assumptions."""
    fits = dict(fitted_assumptions(sessions, register))
    state = data_state(live().store)
    if state.rounds:
        cube = history_cube(live().store, state, state.rounds[-1])
        fits |= fitted_turnout(sessions, register, cube, assumed)
        alone = fitted_by_themselves(sessions, cube)
        fits |= {BY_THEMSELVES: alone} if alone else {}
    return fits


def _of(name: str) -> str:
    return "xã, phường chưa có buổi nào" if name == BY_THEMSELVES else "buổi"


def _offer_fit(known: Assumption, fit: Fit) -> None:
    """What the sessions say, to be taken with one press; within the range that is believed."""
    value = round(min(max(fit.value, known.low), known.high), 1)
    with st.container(horizontal=True, vertical_alignment="center", key=f"fit-{known.name}"):
        st.markdown(f"{known.label}: số liệu cho thấy **{fit_words(fit, _of(known.name))}**", width="stretch")
        if st.button("Dùng số này", disabled=value == known.value, key=f"fit-{known.name}-use"):
            _change(known, value, f"theo {fit.sessions_count} {_of(known.name)}")


def _row(each: Assumption, fit: Fit | None) -> dict[str, object]:
    changed = each.decided
    by = f"{changed.decided_by}, {time_text(changed.decided_at)}: {changed.reason}" if changed else ""
    return {
        "Giả định": each.label,
        "Giá trị": each.value,
        "Đơn vị": each.unit,
        "Từ": each.low,
        "Đến": each.high,
        "Theo kết quả": fit_words(fit, _of(each.name)) if fit else "",
        "Nguồn": each.source,
        "Đã đổi": by,
    }


def _change(seen: Assumption, value: float, reason: str) -> None:
    try:
        change_assumption(live().store, seen, value, By(who(OFFICERS), reason))
    except OutdatedDecisionError:
        st.error("Người khác vừa đổi giả định này; hãy xem lại.", icon=":material/call_split:")
        return
    st.rerun()
