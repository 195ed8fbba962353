"""Empty states: what is missing, and what to do next."""

import streamlit as st

from dashboard.paths import PROJECT_DIR


def show_no_figures() -> None:
    """No report has been taken in yet."""
    st.info(
        "Chưa có báo cáo nào được nhận. Hãy tải tệp của nhà mạng lên ở trang **Báo cáo**, "
        "hoặc tạo số liệu mô phỏng bằng lệnh `python -m dashboard demo`.",
        icon=":material/inbox:",
    )
    st.page_link(
        PROJECT_DIR / "pages" / "reports.py", label="Tới trang Báo cáo", icon=":material/upload_file:"
    )
