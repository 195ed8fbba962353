"""The page of a first start: what is being made, and how far it is."""

import streamlit as st

from dashboard.views.plain import plain
from dashboard.web.live import live


def wait_for_first_start() -> None:
    """Show progress instead of the page while an empty folder is being filled; else nothing."""
    state = live().first_start
    if state.is_running:
        st.title("Đang chuẩn bị lần chạy đầu tiên")
        st.write(
            "Thư mục dữ liệu còn trống: ứng dụng đang tạo và nhận 12 kỳ **số liệu mô phỏng** để xem thử. "
            "Khoảng nửa phút, xong sẽ tự mở."
        )
        _progress()
        st.stop()
    if state.error:
        st.error(
            f"Không tạo được số liệu mô phỏng: {plain(state.error)}. "
            "Có thể tải báo cáo thật lên ở trang Báo cáo."
        )


@st.fragment(run_every=1.0)
def _progress() -> None:
    state = live().first_start
    if not state.is_running:
        st.rerun()
    progress = state.progress
    st.progress(progress.done_count / max(progress.total_count, 1), text=progress.message)
