"""The way into a meeting from any page: one click, with the filters and the way back."""

from pathlib import Path

import streamlit as st

from dashboard.access.roles import OF_THE_DEPARTMENT
from dashboard.views.who import may

SCRIPT = Path(__file__).with_name("meeting_door.js")
DOOR = '<a class="meeting-door" href="/hop" target="_self" title="Chiếu lên màn hình lớn">Chế độ họp</a>'


def show_meeting_door() -> None:
    """A link in the frame of the page, for who may open it; the script gives it the filters of the moment."""
    if may(OF_THE_DEPARTMENT):
        script = SCRIPT.read_text(encoding="utf-8")
        st.html(f"{DOOR}<script>{script}</script>", unsafe_allow_javascript=True)
