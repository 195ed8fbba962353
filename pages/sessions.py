"""Phiên đăng nhập: where one is signed in, to end a session from another browser."""

import streamlit as st

from dashboard.views.sessions import show_sessions

st.title("Phiên đăng nhập")
show_sessions()
