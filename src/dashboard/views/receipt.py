"""A file's receipt on the page: what it is, what was read, what was found."""

import streamlit as st

from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.wording import matches_words
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.views.findings import show_findings, tally
from dashboard.views.plain import plain

STATUS = {
    Status.ACCEPTED: ("Hợp lệ", ":material/check_circle:", "green"),
    Status.ACCEPTED_WITH_WARNINGS: ("Hợp lệ, có cảnh báo", ":material/warning:", "orange"),
    Status.REJECTED: ("Không nhận", ":material/block:", "red"),
    Status.DUPLICATE: ("Đã nhận trước đây", ":material/content_copy:", "gray"),
}
ANNEX_ROWS = {
    "sim_results": "nơi có kết quả SIM",
    "service_points": "điểm phục vụ",
    "plan_items": "việc trong phương án",
}


def show_receipt(receipt: Receipt, key: str) -> None:
    """What became of a file and why; `key` tells files of one page apart."""
    show_outcome(receipt)
    show_reasons(receipt, key)


def show_outcome(receipt: Receipt, question: str = "") -> None:
    """What became of a file; `question` is what it takes still to accept it, shown in place of a refusal."""
    label, icon, colour = (question, ":material/help:", "blue") if question else STATUS[receipt.status]
    count = f" &nbsp; **{tally(list(receipt.findings))}**" if receipt.findings else ""
    st.markdown(f"**{plain(receipt.file_name)}** &nbsp; :{colour}-badge[{icon} {label}]{count}")
    st.markdown(_summary(receipt))
    if receipt.matches:
        st.caption(f"Nhận ra xã, phường: {matches_words(receipt.matches)}.")


def show_reasons(receipt: Receipt, key: str) -> None:
    """What was found in a file."""
    if receipt.findings:
        show_findings(receipt, key)
    elif receipt.status is not Status.DUPLICATE:
        st.caption("Không có lỗi hay cảnh báo nào.")


def _summary(receipt: Receipt) -> str:
    carrier = carrier_by_code().get(receipt.carrier_code or "")
    parts = [
        carrier.name if carrier else "chưa rõ nhà mạng",
        f"kỳ {day_text(receipt.round_on)}" if receipt.round_on else "chưa rõ kỳ báo cáo",
        f"{receipt.communes_count} xã, phường",
    ]
    total, verified = receipt.totals.get("total_count"), receipt.totals.get("verified_count")
    if total and verified is not None:
        parts.append(f"{count_text(total)} thuê bao, {pct_text(100 * verified / total)} đã xác thực")
    parts += [f"{count_text(rows)} {ANNEX_ROWS[annex]}" for annex, rows in receipt.annexes.items()]
    return " · ".join(parts)
