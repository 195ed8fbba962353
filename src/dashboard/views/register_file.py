"""Taking the register in from workbooks: forms to download, files to choose, findings, confirm."""

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.access.rights import OFFICERS
from dashboard.briefing.receipt_words import STATUS_WORDS
from dashboard.briefing.register_book import register_as_xlsx
from dashboard.briefing.register_receipt import register_receipt_as_xlsx
from dashboard.intake.receipt import Status
from dashboard.reference.round_decisions import By
from dashboard.support.register.kinds import KINDS
from dashboard.support.register.take_in import ExaminedFile, examine_file, keep_file_of
from dashboard.views.findings import as_markdown
from dashboard.views.plain import plain
from dashboard.views.who import ask_name, who
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.live import live

MOST_FILES = 10
TAKEN = "register-taken"
LOOKS = {
    Status.ACCEPTED: st.success,
    Status.ACCEPTED_WITH_WARNINGS: st.warning,
    Status.REJECTED: st.error,
    Status.DUPLICATE: st.info,
}


def show_register_files() -> None:
    """Forms, then files; nothing is stored before the reader has seen what was found."""
    st.caption("Mẫu để điền (Excel), có danh sách chọn và lời giải thích từng cột:")
    with st.container(horizontal=True, key="register-forms"):
        for kind in KINDS.values():
            st.download_button(
                kind.title,
                data=partial(register_as_xlsx, kind),
                file_name=f"mau-{kind.key}.xlsx",
                mime=MEDIA_TYPES["xlsx"],
                on_click="ignore",
                icon=":material/download:",
                key=f"form-{kind.key}",
            )
    for words in st.session_state.pop(TAKEN, []):
        st.success(words, icon=":material/check:")
    batch = st.session_state.setdefault("register-batch", 0)
    files = st.file_uploader(
        "Tệp của sổ hỗ trợ (một hoặc nhiều tệp)",
        type=["xlsx", "xls", "ods", "csv"],
        accept_multiple_files=True,
        key=f"register-files-{batch}",
        help="Loại sổ được nhận ra từ các cột. Tệp chỉ thêm và sửa dòng, không xóa dòng nào.",
    )
    if len(files) > MOST_FILES:
        st.error(f"Mỗi lần chỉ nhận tối đa {MOST_FILES} tệp.", icon=":material/error:")
    elif files:
        _offer([_show(file) for file in files])


def _show(file: UploadedFile) -> ExaminedFile:
    examined = examine_file(live().store, file.name, file.getvalue())
    receipt = examined.receipt
    with st.container(border=True):
        title = f" · {KINDS[receipt.kind].title}" if receipt.kind else ""
        LOOKS[receipt.status](f"**{plain(file.name)}**{title}: {_outcome(examined)}")
        if receipt.findings:
            st.markdown(as_markdown(list(receipt.findings)))
        st.download_button(
            "Biên nhận (Excel)",
            data=partial(register_receipt_as_xlsx, receipt),
            file_name=f"bien-nhan_{receipt.sha256[:12]}.xlsx",
            mime=MEDIA_TYPES["xlsx"],
            on_click="ignore",
            icon=":material/receipt_long:",
            key=f"register-receipt-{receipt.sha256}",
        )
    return examined


def _outcome(examined: ExaminedFile) -> str:
    receipt = examined.receipt
    if receipt.status in (Status.REJECTED, Status.DUPLICATE):
        return STATUS_WORDS[receipt.status].lower() + "."
    return (
        f"đọc được {receipt.rows_read_count} dòng; thêm {receipt.new_count}, sửa {receipt.changed_count}, "
        f"không đổi {receipt.unchanged_count}, bỏ qua {receipt.left_out_count}."
    )


def _offer(examined: list[ExaminedFile]) -> None:
    usable = [it for it in examined if it.receipt.status.is_accepted and it.receipt.rows_read_count]
    if not usable:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="register-take"):
        ask_name("Người nhận", "Họ tên", 220)
        pressed = st.button(f"Nhận {len(usable)} tệp", type="primary", icon=":material/check:")
    if pressed:
        _take(usable)


def _take(usable: list[ExaminedFile]) -> None:
    store, by, taken = live().store, By(who(OFFICERS), ""), []
    for examined in usable:
        if keep_file_of(store, examined, by):
            st.error(
                f"{plain(examined.receipt.file_name)}: có dòng vừa được người khác sửa. "
                "Chưa nhận tệp này; hãy xem lại số dòng sẽ sửa rồi bấm nhận lần nữa.",
                icon=":material/call_split:",
            )
            return
        taken.append(f"Đã nhận {plain(examined.receipt.file_name)}: {_outcome(examined)}")
    st.session_state[TAKEN] = taken
    st.session_state["register-batch"] += 1
    st.rerun()
