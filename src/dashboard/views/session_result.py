"""What came of a session: who came, numbers verified by carrier, why others were not. Fits a telephone."""

from dataclasses import replace

import streamlit as st

from dashboard.reference.carriers import carriers
from dashboard.reference.round_decisions import By
from dashboard.store.decisions import OutdatedDecisionError
from dashboard.support.sessions.keeping import KeptSession, keep_sessions
from dashboard.support.sessions.record import Result, Status
from dashboard.views.plain import plain
from dashboard.views.who import NAME, viewer, who
from dashboard.web.live import live


def show_result_form(kept: KeptSession) -> None:
    """A form whose numbers begin at what was recorded before, or at nothing."""
    known = kept.session.result
    key = f"result-{kept.session.session_id}-{kept.decision.ordinal}"
    with st.form(key, border=False):
        came = st.number_input(
            "Số người đến", 0, 100_000, known.came_count if known else 0, key=f"{key}-came"
        )
        st.caption("Số thuê bao xác thực được, theo nhà mạng")
        with st.container(horizontal=True):
            verified = {
                carrier.code: st.number_input(
                    carrier.name,
                    0,
                    100_000,
                    known.verified.get(carrier.code, 0) if known else 0,
                    key=f"{key}-{carrier.code}",
                    width=130,
                )
                for carrier in carriers()
            }
        why = st.text_input(
            "Vì sao có người chưa xác thực được", known.why_not if known else "", key=f"{key}-why"
        )
        if viewer().is_local:
            st.text_input("Người ghi", key=f"{key}-{NAME}", value=who())
        if st.form_submit_button("Lưu kết quả", type="primary", icon=":material/task_alt:"):
            result = Result(came, {code: count for code, count in verified.items() if count}, why.strip())
            _save(kept, result, st.session_state.get(f"{key}-{NAME}") or who())


def _save(kept: KeptSession, result: Result, name: str) -> None:
    done = replace(kept.session, status=Status.DONE, result=result)
    try:
        keep_sessions(live().store, [(done, kept.decision)], By(name, ""))
    except OutdatedDecisionError as error:
        by = error.standing.decided_by if error.standing else "người khác"
        st.error(f"{plain(by)} vừa sửa buổi này. Mở lại buổi rồi ghi kết quả.", icon=":material/call_split:")
        return
    st.rerun()
