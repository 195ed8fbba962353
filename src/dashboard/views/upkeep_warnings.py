"""Above every page: the last backup is too old, the disk nearly full, or a file edited that is read once."""

import streamlit as st

from dashboard.measures.wording import duration_text, pct_text
from dashboard.reference.policy import policy
from dashboard.settings import settings
from dashboard.upkeep.daily import free_disk_pct, hours_unsaved
from dashboard.upkeep.hand_edited import edited_since
from dashboard.views import clock
from dashboard.web.live import live


def show_upkeep_warnings() -> None:
    """Nothing where all is well."""
    rule, home = policy().backup, live().store.home
    hours = hours_unsaved(home, clock.local_now()) if settings().automatic_backup else None
    if hours is not None and hours > rule.warn_after_hours:
        st.warning(
            f"Đã {duration_text(hours * 60)} chưa có bản sao lưu mới. Hãy chạy "
            "`python -m dashboard backup`, hoặc báo người quản trị.",
            icon=":material/backup:",
        )
    if edited := edited_since(home, live().opened_at):
        st.warning(
            f"Đã sửa {', '.join(edited)} sau khi ứng dụng chạy: ứng dụng chỉ đọc các tệp này lúc khởi động. "
            "Hãy khởi động lại để dùng nội dung mới.",
            icon=":material/restart_alt:",
        )
    free = free_disk_pct(home)
    if free < rule.least_free_disk_pct:
        st.warning(
            f"Ổ đĩa của dữ liệu chỉ còn trống {pct_text(free)}: sắp không nhận được tệp mới. "
            "Hãy dọn ổ đĩa, hoặc báo người quản trị.",
            icon=":material/hard_drive:",
        )
