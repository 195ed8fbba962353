"""Taking files in by the page: nothing is stored before the reader has seen what was found."""

from datetime import datetime

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.intake.examine import Examination, examine
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import store_examined
from dashboard.measures import data_version
from dashboard.reference.carriers import carriers
from dashboard.reference.rounds import round_of
from dashboard.settings import LOCAL_ZONE
from dashboard.views.plain import plain
from dashboard.views.receipt import show_receipt
from dashboard.web.live import live

FILE_KINDS = ["xlsx", "xls", "ods", "csv", "txt", "tsv"]
BY_FILE = "Theo nội dung tệp"
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
        help="Excel (XLSX, XLS), ODS hoặc CSV. Nhà mạng và kỳ báo cáo được đọc từ nội dung hoặc tên tệp.",
    )
    given = _given()
    if not files:
        st.caption("Chọn tệp để xem trước: chưa có gì được lưu cho đến khi bạn bấm nút nhận.")
        return
    requests = [_request(file, given) for file in files]
    examinations = _examined(requests)
    for examination in examinations:
        show_receipt(examination.receipt)
    _offer([examination for examination in examinations if examination.receipt.status.is_accepted])


def _given() -> tuple[str | None, datetime | None]:
    with st.expander("Tệp không ghi nhà mạng hoặc kỳ báo cáo? Chỉ định tại đây"):
        left, right = st.columns(2)
        names = {carrier.name: carrier.code for carrier in carriers()}
        name = left.selectbox("Nhà mạng", [BY_FILE, *names])
        day = right.date_input(
            "Một ngày trong kỳ báo cáo",
            value=None,
            format="DD/MM/YYYY",
            help="Kỳ báo cáo mang tên ngày thứ tư.",
        )
    moment = None if day is None else datetime.combine(round_of(day), datetime.min.time(), LOCAL_ZONE)
    return names.get(name), moment


def _request(file: UploadedFile, given: tuple[str | None, datetime | None]) -> IntakeRequest:
    carrier_code, moment = given
    return IntakeRequest(
        file_name=file.name,
        content=file.getvalue(),
        received_at=datetime.now(LOCAL_ZONE).replace(microsecond=0),
        taken_in_by="người dùng tại máy này",
        way="page",
        carrier_code=carrier_code,
        round_on=None if moment is None else moment.date(),
    )


def _examined(requests: list[IntakeRequest]) -> list[Examination]:
    """What was found in files that are not stored yet; a file is read once for a state of the data."""
    seen: dict[tuple[object, ...], Examination] = st.session_state.setdefault("examined", {})
    version = data_version(live().store.reader())
    examinations = []
    bar = st.progress(0.0, text="Đang đọc tệp")
    for index, request in enumerate(requests):
        bar.progress(index / len(requests), text=f"Đang đọc {plain(request.file_name)}")
        key = (request.sha256, request.file_name, request.carrier_code, request.round_on, version)
        if key not in seen:
            seen[key] = examine(request, live().store)
        examinations.append(seen[key])
    bar.empty()
    return examinations


def _offer(examinations: list[Examination]) -> None:
    if not examinations:
        st.warning("Không có tệp nào để nhận. Hãy gửi lại nhà mạng các mục cần sửa ở trên.")
        return
    if st.button(f"Nhận {len(examinations)} tệp hợp lệ", type="primary", icon=":material/check:"):
        bar = st.progress(0.0, text="Đang lưu")
        receipts = []
        for index, examination in enumerate(examinations):
            bar.progress(index / len(examinations), text=f"Đang lưu {plain(examination.receipt.file_name)}")
            receipts.append(store_examined(examination, live().store))
        st.session_state[TAKEN] = receipts
        st.session_state["upload_batch"] += 1  # a new uploader, so that nothing is offered twice
        st.session_state["examined"] = {}
        st.rerun()


def _show_taken() -> None:
    for receipt in st.session_state.pop(TAKEN, ()):
        if receipt.status.is_accepted:
            st.success(
                f"Đã nhận **{plain(receipt.file_name)}**: {receipt.communes_count} xã, phường.",
                icon=":material/check_circle:",
            )
        else:
            show_receipt(receipt)
