"""The frame around every page: title, navigation, look. Runs before each page."""

from pathlib import Path

import streamlit as st

from dashboard.views.account_line import show_account_line
from dashboard.views.first_start import wait_for_first_start
from dashboard.views.look import apply_look
from dashboard.views.meeting_door import show_meeting_door
from dashboard.views.navigation import navigation
from dashboard.views.run_notes import noted_run
from dashboard.views.upkeep_warnings import show_upkeep_warnings

ICON = Path(__file__).with_name("icon.svg")

# Before the navigation: otherwise the page's own symbol becomes the tab's picture, fetched from another host.
st.set_page_config(page_icon=str(ICON), layout="wide")
st.logo(str(Path(__file__).with_name("logo.svg")), size="large")
apply_look()
show_account_line()
page = navigation()
st.set_page_config(page_title=f"{page.title} · Xác thực thuê bao")
show_meeting_door()
wait_for_first_start()
show_upkeep_warnings()
with noted_run(page.url_path):
    page.run()
