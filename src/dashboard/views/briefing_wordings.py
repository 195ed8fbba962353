"""Editing the words around what is computed; an edit stays until it is taken back, also next week."""

import streamlit as st

from dashboard.briefing.content import Wording
from dashboard.briefing.content.request import PART_LABELS
from dashboard.briefing.wordings import is_outdated, wording_decisions, wording_draft
from dashboard.measures.wording import time_text
from dashboard.store.decisions import Decision, decide
from dashboard.views.briefing_choices import Choices
from dashboard.views.plain import plain
from dashboard.views.who import ask_name
from dashboard.web.live import live

PLACES = {"opening": "câu mở đầu", "closing": "câu kết"}


def show_wordings(choices: Choices) -> None:
    """A field for each wording, what was edited first; figures themselves cannot be edited."""
    st.caption(
        "Các câu có số liệu do chương trình tính và không sửa được. Câu mở đầu, câu kết của từng phần sửa ở "
        "đây, "
        "dùng cho cả các kỳ sau; câu tính được luôn hiện bên cạnh."
    )
    who = ask_name("Người sửa", "Họ tên cán bộ")
    with live().store.reader() as cursor:
        decisions = wording_decisions(cursor)
    for wording in sorted(choices.content.wordings, key=lambda each: each.key not in decisions):
        with st.container(border=True):
            _show_field(wording, decisions.get(wording.key), who.strip())


def _show_field(wording: Wording, decision: Decision | None, who: str) -> None:
    name = f"wording-{wording.key}-{decision.ordinal if decision else 0}"
    text = st.text_area(_label(wording.key), wording.text, key=name, height=68 if not wording.text else 110)
    if decision is not None:
        st.caption(f"Đã sửa: {plain(decision.decided_by)}, {time_text(decision.decided_at)}.")
        st.caption(f"Câu tính được: {plain(wording.computed) or '(không có)'}")
        if is_outdated(decision, wording):
            st.warning("Số liệu đã khác so với lúc sửa câu này; hãy đọc lại.", icon=":material/history:")
    with st.container(horizontal=True):
        if st.button("Lưu", key=f"save-{name}", disabled=text == wording.text):
            _save(wording, text, who)
        if decision is not None and st.button("Dùng lại câu tính được", key=f"back-{name}"):
            _save(wording, wording.computed, who)


def _save(wording: Wording, text: str, who: str) -> None:
    if not who:
        st.error("Cần ghi tên người sửa ở đầu thẻ.", icon=":material/error:")
        return
    # The field's key names the decision it shows, so whoever edits over another's edit has seen it.
    decide(live().store, wording_draft(wording, text.strip(), who))
    st.rerun()


def _label(key: str) -> str:
    """ "Khóa thuê bao: câu kết"; of the whole document "Toàn văn bản: câu mở đầu"."""
    part, _, place = key.rpartition(".")
    of = next((label for name, label in PART_LABELS.items() if name == part), "Toàn văn bản")
    return f"{of}: {PLACES[place]}"
