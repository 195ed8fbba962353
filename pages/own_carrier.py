"""Nhà mạng của tôi: a carrier's reports and receipts, and its figures beside the province's total."""

from functools import partial

import streamlit as st

from dashboard.reference.carriers import carrier_by_code
from dashboard.views.own_carrier import show_own_carrier
from dashboard.views.own_reports import show_own_reports
from dashboard.views.received import show_received
from dashboard.views.tabs import show_tabs
from dashboard.views.who import viewer

carrier = carrier_by_code().get(viewer().carrier_code)
st.title(carrier.name if carrier else "Nhà mạng của tôi")
if carrier is None:
    st.info("Tài khoản này không thuộc nhà mạng nào trong danh mục.", icon=":material/info:")
else:
    tabs = {
        "gui": ("Gửi báo cáo, biên nhận", (show_own_reports, show_received)),
        "so-lieu": ("Số liệu", (partial(show_own_carrier, carrier.code),)),
    }
    show_tabs(tabs, always="gui")
