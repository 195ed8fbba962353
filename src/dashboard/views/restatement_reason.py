"""Asking why a file takes the place of one whose figures are in use already."""

import streamlit as st

from dashboard.access.rights import CARRIERS, OFFICERS
from dashboard.intake.examine import Examination
from dashboard.intake.receipt import Receipt
from dashboard.intake.restatement_reason import LONGEST_REASON, give_reason
from dashboard.reference.round_calendar import read_calendar
from dashboard.views.who import who
from dashboard.web.live import live


def ask_why(examination: Examination) -> None:
    """A line to write in where an acceptable file would restate a round that is due already."""
    if _restates(examination):
        st.text_input(
            "Vì sao đính chính số liệu đã dùng?",
            key=_key(examination.receipt.sha256),
            max_chars=LONGEST_REASON,
            placeholder="Ví dụ: nhà mạng tính thừa thuê bao đã xác thực ở 6 xã",
            help="Kỳ này đã đến hạn nên số liệu có thể đã được dùng. Lý do được ghi cạnh số cũ và số mới "
            "ở thẻ Đính chính; có thể bổ sung sau.",
        )


def keep_why(receipt: Receipt) -> None:
    """Keep what was written for a file, once it is taken in."""
    words = str(st.session_state.get(_key(receipt.sha256), "")).strip()
    if words and receipt.status.is_accepted and receipt.submission_id:
        give_reason(live().store, receipt.submission_id, words, who(OFFICERS | CARRIERS))


def _restates(examination: Examination) -> bool:
    case, receipt = examination.case, examination.receipt
    if not receipt.status.is_accepted or receipt.round_on is None or case.replaced is None:
        return False
    with live().store.reader() as cursor:
        due_at = read_calendar(cursor).due_at(receipt.round_on)
    return case.request.received_at > due_at


def _key(sha256: str) -> str:
    return f"why-{sha256}"
