"""Which rounds the board offers, and which it opens with."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import streamlit as st

from dashboard.measures.wording import day_text
from dashboard.reference.round_calendar import RoundCalendar
from dashboard.reference.rounds import previous_round, round_of
from dashboard.settings import LOCAL_ZONE

SOON = timedelta(days=2)  # so long before it is due the question becomes who has not reported yet


def choose_round(known: tuple[date, ...], calendar: RoundCalendar, now: datetime) -> date:
    """Let the reader choose among the rounds; the address names one."""
    offered = offered_rounds(known, calendar, now)
    chosen = round_to_show(known, calendar, now, st.query_params.get("tuan", ""))

    return st.selectbox(
        "Kỳ báo cáo", offered, offered.index(chosen), format_func=lambda day: round_words(day, calendar)
    )


def round_words(round_on: date, calendar: RoundCalendar) -> str:
    """A round in a list of choices: its day, and that it is ad hoc."""
    return f"{day_text(round_on)} · đột xuất" if calendar.round(round_on).is_ad_hoc else day_text(round_on)


def offered_rounds(known: Iterable[date], calendar: RoundCalendar, now: datetime) -> list[date]:
    """Rounds with figures, ad hoc ones, the weekly one under way and the one before; newest first."""
    current = round_of(now.astimezone(LOCAL_ZONE).date())
    return sorted({*known, *calendar.ad_hoc, current, previous_round(current)}, reverse=True)


def round_to_show(known: tuple[date, ...], calendar: RoundCalendar, now: datetime, asked: str) -> date:
    """The round asked for (ISO date); else the one due today or within two days; else the one under way, if
    it has a file or nothing ever came; else the last that was due."""
    offered, today = offered_rounds(known, calendar, now), now.astimezone(LOCAL_ZONE).date()
    wanted = [day for day in offered if day.isoformat() == asked]
    soon = [day for day in offered if timedelta() <= calendar.due_at(day).date() - today <= SOON]
    current = round_of(today)
    if wanted or soon:
        return (wanted or sorted(soon, key=calendar.due_at))[0]
    if current in known or not known:
        return current
    return max((day for day in offered if calendar.due_at(day) <= now), default=known[-1])
