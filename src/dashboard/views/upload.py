"""Taking files in by the page: nothing is stored before the reader has seen what was found."""

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.access.rights import OFFICERS
from dashboard.intake.examine import Examination
from dashboard.intake.receipt import Receipt
from dashboard.intake.request import IntakeRequest
from dashboard.intake.rules import layout_changed
from dashboard.intake.take_in import store_examined
from dashboard.intake.wording import carrier_words
from dashboard.measures import Scope, reporting_status
from dashboard.measures.wording import day_text, time_text
from dashboard.paths import PROJECT_DIR
from dashboard.views import clock
from dashboard.views.corrections import offer_correction
from dashboard.views.examined import examined, forget_examined, read_all
from dashboard.views.given import ask_for, question_of
from dashboard.views.mapping import ask_columns, can_be_mapped, keep, layout_read
from dashboard.views.naming import ask_names
from dashboard.views.plain import plain
from dashboard.views.receipt import show_outcome, show_reasons, show_receipt
from dashboard.views.restatement_reason import ask_why, keep_why
from dashboard.views.who import who
from dashboard.web.live import live

FILE_KINDS = ["xlsx", "xls", "ods", "csv", "txt", "tsv", "parquet"]
MOST_FILES = 30  # read at once: six rounds of five carriers; each is read in a child of its own
TAKEN = "taken_receipts"


def show_upload() -> None:
    """Choose files, see the findings, confirm."""
    _show_taken()
    batch = st.session_state.setdefault("upload_batch", 0)
    files = st.file_uploader(
        "Tệp báo cáo của nhà mạng (một hoặc nhiều tệp)",
        type=FILE_KINDS,
        accept_multiple_files=True,
        key=f"upload-{batch}",
        help="Excel, ODS, CSV hoặc Parquet. Nhà mạng và kỳ báo cáo được đọc từ nội dung hoặc tên tệp.",
    )
    if not files:
        st.caption("Chọn tệp để xem trước: chưa có gì được lưu cho đến khi bạn bấm nút nhận.")
        return
    st.session_state.pop(TAKEN, None)
    if len(files) > MOST_FILES:
        st.error(
            f"Đã chọn {len(files)} tệp; mỗi lần chỉ nhận tối đa {MOST_FILES}. Hãy bớt tệp, hoặc chép tất cả "
            "vào thư mục nhận tệp.",
            icon=":material/error:",
        )
        return
    requests = _requests(files)
    read_all(list(requests.values()))
    examinations = [_show_card(key, request) for key, request in requests.items()]
    _offer([examination for examination in examinations if examination.receipt.status.is_accepted])


def _requests(files: list[UploadedFile]) -> dict[str, IntakeRequest]:
    """The files by checksum; the same bytes chosen twice are told apart by their turn."""
    found: dict[str, IntakeRequest] = {}
    for file in files:
        request = IntakeRequest(
            file_name=file.name,
            content=file.getvalue(),
            received_at=clock.local_now().replace(microsecond=0),
            taken_in_by=who(OFFICERS),
            way="page",
        )
        turn = sum(earlier.sha256 == request.sha256 for earlier in found.values())
        found[f"{request.sha256}-{turn}"] = request
    return found


def _show_card(key: str, request: IntakeRequest) -> Examination:
    """A file in its frame, and what is asked of it right there: whose, which round, which columns, names."""
    examination = examined(request)
    with st.container(border=True):
        outcome = st.container()
        if question_of(examination) and None in (
            examination.receipt.carrier_code,
            examination.receipt.round_on,
        ):
            given = ask_for(examination.receipt, key)
            request = replace(request, carrier_code=given.carrier_code, round_on=given.round_on)
            examination = examined(request)
        with outcome:
            show_outcome(examination.receipt, question_of(examination))
            if examination.receipt.status.is_accepted:
                say_what_it_replaces(examination.receipt)
                ask_why(examination)
        if can_be_mapped(examination):
            ask_columns(examination, partial(examined, request), key)
        ask_names(examination, key)
        show_reasons(examination.receipt, key)
        offer_correction(examination, key)
        _offer_to_note(examination, key)
    return examination


def _offer_to_note(examination: Examination, key: str) -> None:
    """A changed table that was read all the same may be the carrier's from now on."""
    receipt = examination.receipt
    is_changed = any(finding.rule == layout_changed.RULE for finding in receipt.findings)
    if is_changed and receipt.carrier_code:
        label = f"Ghi nhận đây là mẫu mới của {carrier_words(receipt.carrier_code)}"
        if st.button(label, icon=":material/bookmark_add:", key=f"note-{key}"):
            keep(layout_read(examination))


def say_what_it_replaces(receipt: Receipt) -> None:
    """Which file of the same carrier and round a file would take the place of."""
    if receipt.round_on is None or receipt.carrier_code is None:
        return
    scope = Scope(receipt.round_on, (receipt.carrier_code,))
    row = reporting_status(live().store.reader(), scope).to_pylist()[0]
    if not row["is_missing"]:
        st.info(
            f"Sẽ thay thế báo cáo kỳ {day_text(receipt.round_on)} của {row['carrier_name']} "
            f"nhận lúc {time_text(row['received_at'])} ({plain(row['file_name'])}).",
            icon=":material/published_with_changes:",
        )


def _offer(examinations: list[Examination]) -> None:
    if not examinations:
        st.warning(
            "Không có tệp nào để nhận. Hãy trả lời điều được hỏi ở tệp ghi “Cần …”, "
            "hoặc gửi lại nhà mạng các mục cần sửa ở trên."
        )
        return
    if st.button(f"Nhận {len(examinations)} tệp hợp lệ", type="primary", icon=":material/check:"):
        bar = st.progress(0.0, text="Đang lưu")
        receipts = []
        for index, examination in enumerate(examinations):
            bar.progress(index / len(examinations), text=f"Đang lưu {plain(examination.receipt.file_name)}")
            receipts.append(store_examined(examination, live().store))
            keep_why(receipts[-1])
        st.session_state[TAKEN] = receipts
        st.session_state["upload_batch"] += 1  # a new uploader, so that nothing is offered twice
        forget_examined()
        st.rerun()


def _show_taken() -> None:
    receipts: list[Receipt] = st.session_state.get(TAKEN, [])
    for index, receipt in enumerate(receipts):
        if receipt.status.is_accepted:
            st.success(
                f"Đã nhận **{plain(receipt.file_name)}**: {receipt.communes_count} xã, phường.",
                icon=":material/check_circle:",
            )
        else:
            with st.container(border=True):
                show_receipt(receipt, f"taken-{index}")
    accepted = {receipt.round_on for receipt in receipts if receipt.status.is_accepted}
    for round_on in sorted(day for day in accepted if day):
        _link_to_map(round_on)


def _link_to_map(round_on: date) -> None:
    st.page_link(
        PROJECT_DIR / "pages" / "overview.py",
        label=f"Xem bản đồ kỳ {day_text(round_on)}",
        icon=":material/map:",
        query_params={"tuan": round_on.isoformat()},
    )
