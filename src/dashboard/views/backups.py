"""Backups on the page: which there are, how old the last is, how full the disk; one more at once."""

import duckdb
import pandas as pd
import streamlit as st

from dashboard.access.rights import ADMINISTRATORS
from dashboard.measures.wording import NOTHING, duration_text, pct_text
from dashboard.reference.policy import policy
from dashboard.settings import settings
from dashboard.upkeep.backup import Backup, backups_in, make_backup
from dashboard.upkeep.daily import backup_folder, free_disk_pct, hours_unsaved
from dashboard.views import clock
from dashboard.views.plain import plain
from dashboard.views.received import wall_clock
from dashboard.views.who import who
from dashboard.web.live import live

MIB = 1024 * 1024
DONE = "backup-done"


def show_backups() -> None:
    """State, button, list."""
    home = live().store.home
    folder = backup_folder(home)
    if done := st.session_state.pop(DONE, ""):
        st.success(done, icon=":material/check_circle:")
    _show_state()
    st.caption(f"Thư mục sao lưu: {plain(str(folder))}. Khôi phục bằng lệnh restore (hướng dẫn, chương 7).")
    if st.button("Sao lưu ngay", type="primary", icon=":material/backup:"):
        _make()
    found = backups_in(folder)
    if not found:
        st.info("Chưa có bản sao lưu nào.", icon=":material/info:")
        return
    _show_table(found)


def _show_state() -> None:
    home, rule = live().store.home, policy().backup
    hours = hours_unsaved(home, clock.local_now())
    left, middle, right = st.columns(3)
    left.metric("Chưa sao lưu từ", "–" if hours is None else duration_text(hours * 60))
    middle.metric("Ổ đĩa còn trống", pct_text(free_disk_pct(home)))
    turn = f"{rule.daily_at:%H:%M} mỗi ngày" if settings().automatic_backup else "đã tắt"
    right.metric("Tự sao lưu", turn)


def _make() -> None:
    who(ADMINISTRATORS)
    try:
        with st.spinner("Đang sao lưu; mọi người vẫn làm việc được."):
            made = make_backup(live().store, backup_folder(live().store.home))
    except (OSError, duckdb.Error) as error:
        st.error(f"Không sao lưu được: {plain(str(error))}", icon=":material/error:")
        return
    st.session_state[DONE] = f"Đã sao lưu: {plain(made.folder.name)}."
    st.rerun()


def _show_table(found: tuple[Backup, ...]) -> None:
    now = clock.local_now()
    rows = [
        {
            "Bản sao lưu": backup.folder.name,
            "Lúc": wall_clock(backup.manifest.made_at),
            "Cách đây": duration_text((now - backup.manifest.made_at).total_seconds() / 60),
            "Báo cáo": backup.manifest.held.submissions_count,
            "Quyết định": backup.manifest.held.decisions_count,
            "Tệp": len(backup.manifest.files),
            "MiB": sum(path.stat().st_size for path in backup.folder.rglob("*") if path.is_file()) / MIB,
            "Phiên bản": backup.manifest.program_version,
        }
        for backup in reversed(found)
    ]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        width="stretch",
        column_config={
            "Lúc": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm"),
            "MiB": st.column_config.NumberColumn(format="%.1f"),
        },
        placeholder=NOTHING,
    )
