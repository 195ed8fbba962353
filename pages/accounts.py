"""Tài khoản: who may come in and as what; for administrators."""

import streamlit as st

from dashboard.views.accounts import show_accounts
from dashboard.views.sessions import show_sessions

st.title("Tài khoản")
show_accounts()
show_sessions()
