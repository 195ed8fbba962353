"""Sheets of communes to take away: one at once, all 166 with progress."""

from functools import partial

import streamlit as st

from dashboard.measures.selection import Selection
from dashboard.measures.wording import day_text
from dashboard.web.live import live
from dashboard.web.sheets import SheetsJob, sheet_file, sheets_job

HELP = "Một trang A4: mọi nhà mạng trong kỳ, diễn biến, thứ hạng, vị trí, chỗ để ghi hội trường và khó khăn."
POLL_SECONDS = 1.0


def show_sheet(selection: Selection) -> None:
    """The sheet of the opened commune; made when asked for."""
    code = selection.commune_code
    if code is None:
        return
    st.download_button(
        "Phiếu một trang (PDF)",
        data=partial(sheet_file, live().store, code, selection.round_on),
        file_name=f"phieu_{code}_{selection.round_on:%Y-%m-%d}.pdf",
        mime="application/pdf",
        on_click="ignore",
        help=HELP,
    )


def show_all_sheets(selection: Selection) -> None:
    """A button that has all sheets made in the background, how far that is, and the file."""
    job = sheets_job(live().store, selection.round_on)
    told, action = st.columns((3, 2), vertical_alignment="center")
    told.caption(f"**Phiếu một trang cho từng xã, phường**, kỳ {day_text(selection.round_on)}. {HELP}")
    is_polled = job.is_running
    with action:
        st.fragment(_show_job, run_every=POLL_SECONDS if is_polled else None)(job, is_polled=is_polled)


def _show_job(job: SheetsJob, *, is_polled: bool) -> None:
    if is_polled and not job.is_running:
        st.rerun()  # of the page, which then stops asking every second
    if job.is_running:
        told = f"Đang lập phiếu {job.done_count}/{job.total_count}; có thể làm việc khác trong lúc chờ"
        st.progress(job.done_count / max(job.total_count, 1), told)
    elif job.content is not None:
        st.download_button(
            "Tải tệp ZIP (166 phiếu PDF)",
            data=job.content,
            file_name=f"phieu-xa-phuong_{job.round_on:%Y-%m-%d}.zip",
            mime="application/zip",
            on_click="ignore",
            width="stretch",
        )
    else:
        _offer(job)


def _offer(job: SheetsJob) -> None:
    if job.error:
        st.error("Không lập được phiếu. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.")
        st.code(job.error, language=None)
    if st.button("Lập 166 phiếu (ZIP)", width="stretch"):
        job.begin()
        st.rerun()
