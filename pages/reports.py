"""Báo cáo: what came in and what is missing; take in files after seeing what is wrong with them."""

import streamlit as st

from dashboard.views.received import show_received, show_round_status
from dashboard.views.upload import show_upload

st.title("Báo cáo của nhà mạng")
taking_in, round_status, received = st.tabs(["Nhận tệp", "Tình hình kỳ báo cáo", "Các tệp đã nhận"])
with taking_in:
    show_upload()
with round_status:
    show_round_status()
with received:
    show_received()
