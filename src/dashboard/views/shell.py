"""The frame around every page: title, navigation, look. Runs before each page."""

from pathlib import Path

import streamlit as st

from dashboard.paths import PROJECT_DIR
from dashboard.views.first_start import wait_for_first_start
from dashboard.views.look import apply_look
from dashboard.views.meeting_door import show_meeting_door
from dashboard.views.upkeep_warnings import show_upkeep_warnings

PAGES = PROJECT_DIR / "pages"
ICON = Path(__file__).with_name("icon.svg")

# Before the navigation: otherwise the page's own symbol becomes the tab's picture, fetched from another host.
st.set_page_config(page_icon=str(ICON), layout="wide")
st.logo(str(Path(__file__).with_name("logo.svg")), size="large")
apply_look()
page = st.navigation(
    [
        st.Page(PAGES / "overview.py", title="Tổng quan", icon=":material/dashboard:", default=True),
        st.Page(PAGES / "map.py", title="Bản đồ", icon=":material/map:", url_path="ban-do"),
        st.Page(
            PAGES / "commune.py", title="Xã, phường", icon=":material/location_city:", url_path="xa-phuong"
        ),
        st.Page(PAGES / "analysis.py", title="Phân tích", icon=":material/insights:", url_path="phan-tich"),
        st.Page(
            PAGES / "briefing.py", title="Báo cáo giao ban", icon=":material/draft:", url_path="giao-ban"
        ),
        st.Page(PAGES / "reports.py", title="Báo cáo", icon=":material/upload_file:", url_path="bao-cao"),
        st.Page(PAGES / "meeting.py", title="Chế độ họp", url_path="hop", visibility="hidden"),
    ],
    position="top",
)
st.set_page_config(page_title=f"{page.title} · Xác thực thuê bao")
show_meeting_door()
wait_for_first_start()
show_upkeep_warnings()
page.run()
