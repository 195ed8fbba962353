"""The last twelve rounds: one row per carrier, one cell per round, told by sign, colour and words."""

from html import escape

import streamlit as st

from dashboard.measures.punctuality import Punctuality, Turn, tally
from dashboard.measures.round_board import CarrierStanding, RoundBoard
from dashboard.measures.wording import MINUTES_PER_DAY, MINUTES_PER_HOUR, day_text, late_text
from dashboard.reference.reporting_round import Round

LEGEND = (
    "✓ đúng hạn · ◷ muộn bao lâu (phút, giờ, ngày) · ✗ thiếu · … chưa đến hạn · – không yêu cầu. "
    "Muộn tính theo tệp đầu tiên của kỳ."
)


def show_turns(board: RoundBoard) -> None:
    """A table that scrolls in its own place on a narrow screen."""
    st.markdown(f"#### {len(board.rounds)} kỳ gần nhất" if len(board.rounds) > 1 else "#### Kỳ gần nhất")
    st.html(turns_table(board))
    st.caption(LEGEND)


def turns_table(board: RoundBoard) -> str:
    """The table as HTML; every word in it comes from our own tables."""
    head = "".join(_head(found) for found in board.rounds)
    rows = "".join(_row(standing) for standing in board.standings)
    return (
        f'<table class="turns"><thead><tr><th scope="col">Nhà mạng</th>{head}'
        f'<th scope="col">Cộng</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _head(found: Round) -> str:
    kind = ' <abbr title="đột xuất">đx</abbr>' if found.is_ad_hoc else ""
    return f'<th scope="col" title="Kỳ {day_text(found.round_on)}">{found.round_on:%d/%m}{kind}</th>'


def _row(standing: CarrierStanding) -> str:
    cells = "".join(_cell(turn) for turn in standing.turns)
    name = escape(standing.carrier.name)
    return f'<tr><th scope="row">{name}</th>{cells}<td class="sum">{tally_text(standing.turns)}</td></tr>'


def _cell(turn: Turn) -> str:
    late = late_text(turn.late_minutes)
    sign, said = {
        Punctuality.ON_TIME: ("✓", "đúng hạn"),
        Punctuality.LATE: (f"◷ {_short(turn.late_minutes)}", f"muộn {late}"),
        Punctuality.MISSING: ("✗ thiếu", "thiếu báo cáo"),
        Punctuality.AWAITED: ("…", "chưa đến hạn"),
        Punctuality.NOT_ASKED: ("–", "không yêu cầu"),
    }[turn.punctuality]
    words = f"{day_text(turn.round_on)}: {said}"
    return f'<td class="{turn.punctuality.value}" title="{words}" aria-label="{words}">{sign}</td>'


def _short(minutes: int) -> str:
    """31 -> "30 ph", 185 -> "3 giờ", 3000 -> "2 ngày"."""
    gone = max(1, minutes - 1)
    if gone >= MINUTES_PER_DAY:
        return f"{gone // MINUTES_PER_DAY} ngày"
    return f"{gone // MINUTES_PER_HOUR} giờ" if gone >= MINUTES_PER_HOUR else f"{gone} ph"


def tally_text(turns: tuple[Turn, ...]) -> str:
    """ "đúng hạn 10, muộn 1, thiếu 1"."""
    counted = tally(turns)
    words = {"đúng hạn": Punctuality.ON_TIME, "muộn": Punctuality.LATE, "thiếu": Punctuality.MISSING}
    return ", ".join(f"{said} {counted.get(kind, 0)}" for said, kind in words.items())
