"""The one line that is read from afar: 3/5 đã báo cáo, and how long is left or gone."""

from datetime import timedelta

import streamlit as st

from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures.round_board import RoundBoard
from dashboard.measures.wording import day_text, duration_text, time_text
from dashboard.reference.reporting_round import RoundState
from dashboard.views.plain import plain

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
LAST_HOUR, HURRY = timedelta(hours=1), timedelta(minutes=15)  # seconds are shown; the colour changes
STATES = {
    RoundState.OPEN: "đang nhận",
    RoundState.DUE: "đã đến hạn, vẫn nhận",
    RoundState.CLOSED: "đã chốt",
}


def show_headline(board: RoundBoard) -> None:
    """How many reported, how long is left, and below it what the round is."""
    colour, time_left = _time(board)
    with st.container(key="round-headline", gap=None):
        st.markdown(
            f"**{board.reported_count}/{len(board.asked)}** đã báo cáo · :{colour}[**{time_left}**]"
            if board.asked
            else "Kỳ này không yêu cầu nhà mạng nào báo cáo"
        )
    is_simulated = any(standing.report.get("is_simulated") for standing in board.standings)
    st.caption(_about(board) + (f" · :orange-badge[{SIMULATED_MARK}]" if is_simulated else ""))


def _time(board: RoundBoard) -> tuple[str, str]:
    """Colour and words of the time left or gone."""
    is_whole = board.reported_count == len(board.asked)
    if board.state is RoundState.CLOSED:
        return ("gray" if is_whole else "red"), f"đã chốt lúc {time_text(board.round.closes_at)}"
    left = board.round.due_at - board.now
    if left > timedelta():
        colour = "green" if is_whole else "orange" if left <= HURRY else "blue"
        return colour, f"còn {left_text(left)}"
    if is_whole:
        return "green", "đã đủ báo cáo"
    return "red", f"đã quá hạn {duration_text(max(1, -left.total_seconds() / 60))}"


def left_text(left: timedelta) -> str:
    """Time left; in the last hour with seconds: "11 phút 42 giây"."""
    if left > LAST_HOUR:
        return duration_text(left.total_seconds() / 60)
    minutes, seconds = divmod(int(left.total_seconds()), 60)
    return f"{minutes} phút {seconds:02d} giây"


def _about(board: RoundBoard) -> str:
    found = board.round
    due = f"{WEEKDAYS[found.due_at.weekday()]}, {time_text(found.due_at)}"
    kind = "Kỳ đột xuất" if found.is_ad_hoc else "Kỳ hàng tuần"
    parts = [f"{kind} {day_text(found.round_on)} · {STATES[board.state]}", f"Hạn gửi: trước **{due}**"]
    parts += [plain(found.due_note)] if found.due_note else []
    if board.state is not RoundState.CLOSED:
        parts += [f"chốt lúc {time_text(found.closes_at)}"]
    parts += [f"Lý do: {plain(found.reason)}"] if found.reason else []
    return " · ".join(parts)
