"""What a commune has for the support of its people, and what stands in its way: its own, to add to.

The Department's page of support shows and changes everything; this one knows a single commune.
"""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.rights import COMMUNES
from dashboard.briefing.register_book import shown
from dashboard.measures.wording import NOTHING
from dashboard.reference.round_decisions import By
from dashboard.store.contacts import Contact
from dashboard.support.register.ids import new_id
from dashboard.support.register.keeping import Change, change_entries, read_register
from dashboard.support.register.kinds import CATEGORIES, DIFFICULTIES, GROUPS, HALL_KINDS, HALLS, Kind
from dashboard.support.register.records import Difficulty, Entry, Hall, Register
from dashboard.support.sessions.keeping import sessions_in_force
from dashboard.support.sessions.overview import words_of
from dashboard.views import clock
from dashboard.views.register_missing import show_register_mark
from dashboard.views.who import who
from dashboard.web.live import live

LONGEST_TEXT = 500  # letters of a difficulty: a paragraph, as the Department reads them in a table
USUAL_KIND = list(HALL_KINDS).index("village")  # what communes have most of
DONE = "own-support-done"


def show_own_support(commune_code: str) -> None:
    """Sessions, halls, groups and difficulties of a commune."""
    with live().store.reader() as cursor:
        register = read_register(cursor)
        sessions = [it for it in sessions_in_force(cursor) if it.commune_code == commune_code]
    show_register_mark()
    st.subheader("Buổi hỗ trợ ở đây")
    words = [words_of(session, register) for session in sessions]
    rows = [
        {"Ngày": it.day, "Giờ": it.hours, "Hội trường": it.hall, "Nhóm": it.groups, "Tình trạng": it.status}
        for it in words
    ]
    _table(rows, "Chưa có buổi hỗ trợ nào được bố trí.")
    if done := st.session_state.pop(DONE, ""):
        st.success(done, icon=":material/check_circle:")
    halls, difficulties = st.columns(2, gap="large")
    with halls:
        _show(HALLS, register.halls_in(commune_code), "Chưa có hội trường, nhà văn hóa nào.")
        _offer_hall(commune_code, register)
    with difficulties:
        of_here = [it for it in register.difficulties.values() if commune_code in it.communes_affected]
        _show(DIFFICULTIES, of_here, "Chưa có vướng mắc nào.")
        _report_difficulty(commune_code, register)
    groups = [it for it in register.groups.values() if it.commune_code == commune_code]
    _show(GROUPS, groups, "Chưa có nhóm nào.")


def _show(kind: Kind, entries: Any, otherwise: str) -> None:
    st.subheader(kind.title)
    told = [it for it in kind.kept if it.name not in ("commune_code", "communes_affected", "lon", "lat")]
    rows = [{each.said.label: shown(each, entry, Contact()) for each in told} for entry in entries]
    _table(rows, otherwise)


def _table(rows: list[dict[str, Any]], otherwise: str) -> None:
    if rows:
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", placeholder=NOTHING)
    else:
        st.caption(otherwise)


def _offer_hall(commune_code: str, register: Register) -> None:
    with st.form("own-hall", clear_on_submit=True):
        st.markdown("**Đề xuất hội trường, nhà văn hóa**")
        name = st.text_input("Tên", max_chars=LONGEST_TEXT)
        kind = st.selectbox("Loại", list(HALL_KINDS), USUAL_KIND, format_func=HALL_KINDS.__getitem__)
        address = st.text_input("Địa chỉ", max_chars=LONGEST_TEXT)
        people = st.number_input("Số người phục vụ được mỗi ngày", 0, 10_000, value=None)
        if st.form_submit_button("Gửi", icon=":material/add_home:"):
            values = {"commune_code": commune_code, "hall_name": name.strip()}
            hall = Hall(
                new_id(HALLS, values) if name.strip() else "",
                commune_code,
                name.strip(),
                kind,
                address.strip(),
                people_per_day_count=None if people is None else int(people),
            )
            _keep(HALLS, hall, register.halls)


def _report_difficulty(commune_code: str, register: Register) -> None:
    with st.form("own-difficulty", clear_on_submit=True):
        st.markdown("**Báo vướng mắc**")
        text = st.text_area("Nội dung", max_chars=LONGEST_TEXT)
        category = st.selectbox("Loại", list(CATEGORIES), format_func=CATEGORIES.__getitem__)
        if st.form_submit_button("Gửi", icon=":material/report:"):
            today, communes = clock.local_now().date(), (commune_code,)
            values = {"noted_on": today, "communes_affected": communes, "difficulty_text": text.strip()}
            entry_id = new_id(DIFFICULTIES, values) if text.strip() else ""
            told = Difficulty(entry_id, text.strip(), communes, (), category, noted_on=today)
            _keep(DIFFICULTIES, told, register.difficulties)


def _keep(kind: Kind, entry: Entry, known: Any) -> None:
    if not entry.name:
        st.error("Cần ghi tên hoặc nội dung.", icon=":material/error:")
    elif entry.entry_id in known:
        st.error("Điều này đã có trong danh sách; muốn sửa thì báo Sở.", icon=":material/error:")
    elif change_entries(live().store, (Change(kind, entry.entry_id, entry, None),), By(who(COMMUNES), "")):
        st.error("Người khác vừa ghi điều này; hãy xem lại danh sách.", icon=":material/call_split:")
    else:
        st.session_state[DONE] = f"Đã gửi: {kind.one} “{entry.name}”."
        st.rerun()
