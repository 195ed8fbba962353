"""Quản trị: what was done, by whom and from where; backups. For administrators."""

import streamlit as st

from dashboard.views.backups import show_backups
from dashboard.views.journal import show_journal
from dashboard.views.tabs import show_tabs

# Name in the address -> name on the tab, and what it shows from the top down.
TABS = {
    "nhat-ky": ("Nhật ký", (show_journal,)),
    "sao-luu": ("Sao lưu", (show_backups,)),
}

st.title("Nhật ký và sao lưu")
show_tabs(TABS, always="nhat-ky")
