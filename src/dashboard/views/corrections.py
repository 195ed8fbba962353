"""A refused or doubtful file to be taken away, its faults marked, and sent back to whoever wrote it."""

from functools import partial

import streamlit as st

from dashboard.briefing.correction import can_be_corrected, correction_name, correction_of
from dashboard.intake.examine import Examination
from dashboard.web.downloads import MEDIA_TYPES


def offer_correction(examination: Examination, key: str) -> None:
    """A button that makes the workbook when it is pressed; nothing where there is nothing to put right.

    `key` tells files of one page apart.
    """
    if can_be_corrected(examination):
        st.download_button(
            "Tải tệp đã đánh dấu lỗi (Excel)",
            data=partial(_content, examination),
            file_name=correction_name(examination.receipt),
            mime=MEDIA_TYPES["xlsx"],
            on_click="ignore",
            icon=":material/edit_note:",
            help="Chính tệp của nhà mạng: các ô cần sửa được tô màu, có ghi chú và danh sách lỗi. "
            "Gửi lại nhà mạng, sửa xong thì nhận như tệp bình thường.",
            key=f"correction-{key}",
        )


def _content(examination: Examination) -> bytes:
    return correction_of(examination).content
