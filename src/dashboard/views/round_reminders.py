"""Who is still to be heard from, each with a reminder to copy."""

import streamlit as st

from dashboard.briefing.reminder import reminder_text
from dashboard.measures.punctuality import Punctuality
from dashboard.measures.round_board import CarrierStanding, RoundBoard
from dashboard.measures.wording import day_text, late_text, time_text
from dashboard.views.plain import plain


def show_reminders(board: RoundBoard) -> None:
    """A line for each carrier without a report, or whose file was refused; nothing where all is well."""
    for standing in board.to_be_reminded:
        key = f"remind-{standing.carrier.code}"
        with st.container(horizontal=True, vertical_alignment="center", key=key):
            with st.popover("Lời nhắc", icon=":material/content_copy:", width="content"):
                st.caption("Bấm biểu tượng ở góc phải để chép, rồi dán vào thư hoặc tin nhắn.")
                st.code(reminder_text(board, standing), language=None, wrap_lines=True)
            st.markdown(_line(standing), width="stretch")
    for refusal in board.refusals_of_nobody:
        st.warning(
            f"Tệp {plain(refusal.file_name)} nhận lúc {time_text(refusal.received_at)} bị từ chối và chưa rõ "
            "của nhà mạng nào.",
            icon=":material/help:",
        )


def _line(standing: CarrierStanding) -> str:
    parts = [f"**{standing.carrier.name}** &nbsp; {_badge(standing)}"]
    if standing.refusals:
        last = standing.refusals[-1]
        parts.append(f"tệp bị từ chối chờ sửa: {plain(last.file_name)}, {time_text(last.received_at)}")
    reported_on = standing.report.get("last_reported_on")
    if not standing.has_reported:
        parts.append(
            f"kỳ gần nhất đã báo cáo: {day_text(reported_on)}"  # type: ignore[arg-type]
            if reported_on
            else "chưa từng báo cáo"
        )
    return " · ".join(parts)


def _badge(standing: CarrierStanding) -> str:
    if standing.has_reported:
        return ":orange-badge[:material/build: bản sửa chưa đạt]"
    if standing.turn.punctuality is Punctuality.AWAITED:
        return ":blue-badge[:material/hourglass_top: chưa gửi]"
    late = late_text(standing.turn.late_minutes)
    return f":red-badge[:material/warning: quá hạn {late}]"
