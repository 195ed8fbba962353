"""The board of a round: how many sent and how long is left, who to remind, the table, the last twelve rounds.

Headline and rest stand in fragments that run by themselves, so the countdown moves and a file that arrives
appears without anybody reloading; nothing is read anew unless something came in, was refused or decided.
"""

from datetime import date, timedelta

import streamlit as st

from dashboard.measures import rounds
from dashboard.measures.round_board import RoundBoard, board_at
from dashboard.views import clock
from dashboard.views.round_choice import choose_round
from dashboard.views.round_decided import show_round_decisions
from dashboard.views.round_headline import show_headline
from dashboard.views.round_reminders import show_reminders
from dashboard.views.round_table import show_round_table
from dashboard.views.round_turns import show_turns
from dashboard.web.live import live
from dashboard.web.round_facts import facts_of
from dashboard.web.state import round_calendar

EACH_SECOND, NOW_AND_THEN = 1.0, 5.0  # seconds between runs of the headline and of the rest
LAST_HOUR = timedelta(hours=1)  # seconds are worth showing


def show_round_status() -> None:
    """The round chosen, as it stands now and from now on."""
    cursor, now = live().store.reader(), clock.local_now()
    calendar = round_calendar(live().store)
    headline, choice = st.columns([5, 1], vertical_alignment="center")
    with choice:
        round_on = choose_round(rounds(cursor), calendar, now)
    is_near = timedelta() <= calendar.due_at(round_on) - now <= LAST_HOUR
    with headline:
        st.fragment(_headline, run_every=EACH_SECOND if is_near else NOW_AND_THEN)(round_on)
    st.fragment(_rest, run_every=NOW_AND_THEN)(round_on)
    show_round_decisions(round_on)


def _headline(round_on: date) -> None:
    show_headline(_board(round_on))


def _rest(round_on: date) -> None:
    board = _board(round_on)
    show_reminders(board)
    show_round_table(board)
    show_turns(board)


def _board(round_on: date) -> RoundBoard:
    return board_at(facts_of(live().store, round_on), clock.local_now())
