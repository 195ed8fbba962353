"""Points that carriers name in their files and nobody has registered, and taking them onto the register."""

import pandas as pd
import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.briefing.register_book import shown
from dashboard.measures.wording import NOTHING, count_text, day_text
from dashboard.reference.round_decisions import By
from dashboard.store.contacts import Contact
from dashboard.support.register.keeping import Change, change_entries
from dashboard.support.register.kinds import POINTS
from dashboard.support.register.reported import reported_points
from dashboard.views.who import is_officer, who
from dashboard.web.live import live

WHY = "nhà mạng báo trong báo cáo tuần"


def show_reported_points() -> None:
    """A table to read, with the round each was told in; officers take all of them over to change them."""
    with live().store.reader() as cursor:
        found = reported_points(cursor)
    if not found:
        return
    st.subheader("Nhà mạng báo trong báo cáo tuần")
    st.caption(
        f"{count_text(len(found))} điểm trong báo cáo mới nhất của các nhà mạng, chưa có trong sổ. "
        f"Buổi hỗ trợ và kế hoạch "
        "dùng được ngay; đưa vào sổ để sửa. Điểm đã sửa hoặc đã bỏ khỏi sổ không hiện lại ở đây."
    )
    told = [each for each in POINTS.kept if each.name != "note"]
    rows = [
        {each.said.label: shown(each, it.point, Contact()) for each in told} | {"Kỳ": day_text(it.round_on)}
        for it in found.values()
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", placeholder=NOTHING)
    if is_officer() and st.button(f"Đưa {count_text(len(found))} điểm vào sổ", key="adopt-points"):
        changes = [Change(POINTS, key, it.point, None) for key, it in found.items()]
        change_entries(live().store, changes, By(who(OFFICERS), WHY))
        st.rerun()
