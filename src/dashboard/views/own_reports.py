"""A carrier sends reports on its own page: sees first what is wrong with them, and has a receipt for each.

The same road as every file (intake/take_in.py), for the account's carrier only: a file that names another is
refused. What the Department decides (names, columns, warnings) is not decided here, and what would tell of
another carrier's figures is not shown (intake/sender_sees.py).
"""

from dataclasses import replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.access.rights import CARRIERS
from dashboard.intake.examine import Examination
from dashboard.intake.receipt import Receipt
from dashboard.intake.request import IntakeRequest
from dashboard.intake.rules import carrier_disagrees
from dashboard.intake.sender_sees import as_sender_sees
from dashboard.intake.take_in import store_examined
from dashboard.measures.wording import count_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.views import clock
from dashboard.views.corrections import offer_correction
from dashboard.views.examined import examined, forget_examined, read_all
from dashboard.views.given import ask_for, question_of
from dashboard.views.plain import plain
from dashboard.views.receipt import show_outcome, show_reasons, show_receipt
from dashboard.views.received import IN_ADDRESS
from dashboard.views.restatement_reason import ask_why, keep_why
from dashboard.views.template import show_template
from dashboard.views.upload import FILE_KINDS, say_what_it_replaces
from dashboard.views.who import viewer, who
from dashboard.web.live import live

WAY = "own-page"
MOST_FILES = 12  # read at once: a quarter's rounds; each is read in a child of its own
SENT, BATCH = "sent_receipts", "own_upload_batch"
NAMES_ANOTHER = (
    "Tên tệp ghi nhà mạng khác nên chưa gửi được. Nếu đúng là báo cáo của mình, hãy đổi tên tệp rồi chọn lại."
)
TO_BE_CHOSEN = "Cần chọn kỳ báo cáo"


def show_own_reports() -> None:
    """The form to fill in, files to choose, what was found, and the button that sends."""
    _show_sent()
    with st.expander("Mẫu báo cáo của Sở (Excel)", icon=":material/description:"):
        show_template(carrier_by_code()[viewer().carrier_code])
    files = st.file_uploader(
        "Tệp báo cáo gửi Sở (một hoặc nhiều kỳ)",
        type=FILE_KINDS,
        accept_multiple_files=True,
        key=f"own-upload-{st.session_state.setdefault(BATCH, 0)}",
        help="Excel, ODS, CSV hoặc Parquet. Kỳ báo cáo được đọc từ nội dung hoặc tên tệp.",
    )
    if not files:
        st.caption("Chọn tệp để xem trước: chưa có gì được gửi cho đến khi bạn bấm **Gửi**.")
        return
    st.session_state.pop(SENT, None)
    if len(files) > MOST_FILES:
        st.error(f"Đã chọn {len(files)} tệp; mỗi lần gửi tối đa {MOST_FILES}.", icon=":material/error:")
        return
    requests = _requests(files)
    read_all(list(requests.values()))
    _offer([_show_card(key, request) for key, request in requests.items()])


def _requests(files: list[UploadedFile]) -> dict[str, IntakeRequest]:
    """The files by checksum; of the same bytes chosen twice one is enough."""
    found = [
        IntakeRequest(
            file_name=file.name,
            content=file.getvalue(),
            received_at=clock.local_now().replace(microsecond=0),
            taken_in_by=who(CARRIERS),
            way=WAY,
            carrier_code=viewer().carrier_code,
        )
        for file in files
    ]
    return {request.sha256: request for request in found}


def _show_card(key: str, request: IntakeRequest) -> Examination:
    """A file in its frame with what was found; a file that does not say its round is asked for it."""
    found = examined(request)
    with st.container(border=True):
        outcome = st.container()
        if found.receipt.round_on is None and question_of(found):
            request = replace(request, round_on=ask_for(found.receipt, key).round_on)
            found = examined(request)
        seen = as_sender_sees(found.receipt)
        question = question_of(found) if question_of(found) == TO_BE_CHOSEN else ""
        with outcome:
            show_outcome(seen, question)
            if _names_another(found):
                st.error(NAMES_ANOTHER, icon=":material/error:")
            elif seen.status.is_accepted:
                say_what_it_replaces(seen)
                ask_why(found)
        show_reasons(seen, key)
        offer_correction(replace(found, receipt=seen), key)
    return found


def _offer(found: list[Examination]) -> None:
    accepted = [it for it in found if it.receipt.status.is_accepted and not _names_another(it)]
    if not accepted:
        st.warning("Chưa có tệp nào gửi được. Hãy sửa các mục ghi **Lỗi** ở trên rồi chọn lại tệp.")
        return
    if st.button(f"Gửi {count_text(len(accepted))} tệp hợp lệ", type="primary", icon=":material/send:"):
        st.session_state[SENT] = [_sent(examination) for examination in accepted]
        st.session_state[BATCH] += 1  # a new uploader, so that nothing is offered twice
        forget_examined()
        st.rerun()


def _names_another(examination: Examination) -> bool:
    """Whether only the account says that a file is this carrier's, while its name says another's: an officer
    may mean that, who sends for one carrier has taken the wrong file."""
    return any(finding.rule == carrier_disagrees.RULE for finding in examination.receipt.findings)


def _sent(examination: Examination) -> Receipt:
    who(CARRIERS)  # the account may have changed since the page was drawn
    receipt = store_examined(examination, live().store)
    keep_why(receipt)
    return as_sender_sees(receipt)


def _show_sent() -> None:
    """What became of the files just sent; the last one's receipt is opened below."""
    receipts: list[Receipt] = st.session_state.get(SENT, [])
    for index, receipt in enumerate(receipts):
        if receipt.status.is_accepted and receipt.submission_id:
            number = int(receipt.submission_id)
            st.query_params[IN_ADDRESS] = str(number)
            st.success(
                f"Sở đã nhận **{plain(receipt.file_name)}**: {receipt.communes_count} xã, phường. "
                f"Biên nhận số **{number}** ở dưới.",
                icon=":material/check_circle:",
            )
        else:
            with st.container(border=True):
                show_receipt(receipt, f"sent-{index}")
