"""Báo cáo: what came in and what is missing; take in files after seeing what is wrong with them."""

import streamlit as st

from dashboard.views.checks import show_checks
from dashboard.views.confirmed import show_confirmed
from dashboard.views.promises import show_promises
from dashboard.views.received import show_received
from dashboard.views.restatements import show_restatements
from dashboard.views.round_status import show_round_status
from dashboard.views.tabs import show_tabs
from dashboard.views.template import show_template
from dashboard.views.upload import show_upload
from dashboard.views.warnings import show_warnings
from dashboard.views.who import is_officer

# Name in the address -> name on the tab, and what it shows from the top down.
TABS = {
    "nhan-tep": ("Nhận tệp", (show_upload,)),
    "tinh-hinh": ("Tình hình kỳ báo cáo", (show_round_status,)),
    "canh-bao": ("Cảnh báo", (show_warnings, show_checks)),
    "da-nhan": ("Các tệp đã nhận", (show_received,)),
    "dinh-chinh": ("Đính chính", (show_restatements,)),
    "da-hua": ("Đã hứa – đã làm", (show_promises,)),
    "da-xac-nhan": ("Tên và mẫu đã xác nhận", (show_confirmed,)),
    "mau": ("Mẫu báo cáo", (show_template,)),
}

st.title("Báo cáo của nhà mạng")
shown = TABS if is_officer() else {name: tab for name, tab in TABS.items() if name != "nhan-tep"}
show_tabs(shown, always=next(iter(shown)))
