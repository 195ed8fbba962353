"""Empty states: what is missing, and what to do next."""

import streamlit as st

from dashboard.paths import PROJECT_DIR
from dashboard.web.live import live

NO_FIGURES = "Chưa có báo cáo nào được nhận."


def show_no_figures() -> None:
    """No report has been taken in yet: to the reports page, or look at simulated figures first."""
    st.info(
        f"{NO_FIGURES} Hãy tải tệp của nhà mạng lên ở trang **Báo cáo**, "
        "hoặc tạo số liệu mô phỏng để xem thử.",
        icon=":material/inbox:",
    )
    with st.container(horizontal=True, vertical_alignment="center", key="next-step"):
        st.page_link(
            PROJECT_DIR / "pages" / "reports.py", label="Tới trang Báo cáo", icon=":material/upload_file:"
        )
        if st.button("Tạo số liệu mô phỏng", icon=":material/science:"):
            live().first_start.begin(live().store)
            st.rerun()


def say_no_figures() -> None:
    """The same on the reports page itself, where the way out stands in sight."""
    st.info(f"{NO_FIGURES} Hãy chọn tệp của nhà mạng ở thẻ **Nhận tệp**.", icon=":material/inbox:")
