"""Phân tích: which communes to support first, what moved the rate, and when the target is reached."""

import streamlit as st

from dashboard.views.address import current_selection
from dashboard.views.board import show_board
from dashboard.views.contribution import show_contribution
from dashboard.views.outlook import show_outlook
from dashboard.views.priority import show_priority

TABS = {"uu-tien": "Nơi cần hỗ trợ trước", "vi-sao": "Vì sao tỷ lệ thay đổi", "du-bao": "Dự báo"}

show_board("filters")
selection = current_selection()
if selection:
    first, why, when = st.tabs(list(TABS.values()), default=TABS.get(st.query_params.get("tab", "")))
    with first:
        show_priority(selection)
    with why:
        show_contribution(selection)
    with when:
        show_outlook(selection)
