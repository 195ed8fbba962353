"""Báo cáo: what came in and what is missing; take in files after seeing what is wrong with them."""

import streamlit as st

from dashboard.views.checks import show_checks
from dashboard.views.confirmed import show_confirmed
from dashboard.views.received import show_received
from dashboard.views.restatements import show_restatements
from dashboard.views.round_status import show_round_status
from dashboard.views.upload import show_upload
from dashboard.views.warnings import show_warnings

TABS = {
    "nhan-tep": "Nhận tệp",
    "tinh-hinh": "Tình hình kỳ báo cáo",
    "canh-bao": "Cảnh báo",
    "da-nhan": "Các tệp đã nhận",
    "dinh-chinh": "Đính chính",
    "da-xac-nhan": "Tên và mẫu đã xác nhận",
}

st.title("Báo cáo của nhà mạng")
opened = TABS.get(st.query_params.get("tab", ""))
tabs = st.tabs(list(TABS.values()), default=opened)
taking_in, round_status, warnings, received, restated, confirmed = tabs
with taking_in:
    show_upload()
with round_status:
    show_round_status()
with warnings:
    show_warnings()
    show_checks()
with received:
    show_received()
with restated:
    show_restatements()
with confirmed:
    show_confirmed()
