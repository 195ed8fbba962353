"""Hỗ trợ: the register of halls, groups, points and difficulties, and what is planned with it."""

from functools import partial

import streamlit as st

from dashboard.support.register.kinds import DIFFICULTIES, GROUPS, HALLS, POINTS
from dashboard.views.effect import show_effect
from dashboard.views.plan import show_plan
from dashboard.views.plan_assumptions import show_assumptions
from dashboard.views.plan_rules import show_plan_rules
from dashboard.views.register_file import show_register_files
from dashboard.views.register_missing import show_missing_halls, show_register_mark
from dashboard.views.register_table import show_register
from dashboard.views.reported_points import show_reported_points
from dashboard.views.session_papers import show_session_papers
from dashboard.views.support_sessions import show_support_sessions
from dashboard.views.tabs import show_tabs
from dashboard.views.who import is_officer

# Name in the address -> name on the tab, and what it shows from the top down.
TABS = {
    "buoi-ho-tro": ("Buổi hỗ trợ", (show_support_sessions,)),
    "ke-hoach": ("Lập kế hoạch", (show_plan, show_plan_rules, show_assumptions)),
    "phieu": ("Phiếu phân công", (show_session_papers,)),
    "ket-qua": ("Kết quả", (show_effect,)),
    "hoi-truong": ("Hội trường", (show_missing_halls, partial(show_register, HALLS))),
    "nhom": ("Nhóm tình nguyện", (partial(show_register, GROUPS),)),
    "diem": ("Điểm phục vụ", (partial(show_register, POINTS), show_reported_points)),
    "vuong-mac": ("Vướng mắc", (partial(show_register, DIFFICULTIES),)),
    "nhan-tep": ("Nhận từ tệp", (show_register_files,)),
}

FOR_OFFICERS = {"ke-hoach", "nhan-tep"}
shown = TABS if is_officer() else {name: tab for name, tab in TABS.items() if name not in FOR_OFFICERS}

st.title("Hỗ trợ người dân xác thực")
show_register_mark()
show_tabs(shown, always="nhan-tep")
