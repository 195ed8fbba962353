"""Warnings of a round's files: those nobody has looked at, by rule, and those accepted."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

import streamlit as st

from dashboard.figures.words import SIMULATED_MARK
from dashboard.intake.acceptance import FiledWarning, open_count, warnings_filed
from dashboard.intake.catalogue import title_of
from dashboard.measures import rounds
from dashboard.measures.wording import count_text, day_text
from dashboard.views import clock
from dashboard.views.accepted_warnings import show_accepted
from dashboard.views.empty import say_no_figures
from dashboard.views.plain import plain
from dashboard.views.round_choice import round_to_show
from dashboard.views.warning_form import ask_to_accept, sentence
from dashboard.views.who import ask_name, is_officer
from dashboard.web.live import live
from dashboard.web.state import round_calendar

SIMULATED = f":red[**{SIMULATED_MARK}**]"


def show_warnings() -> None:
    """A round's open warnings by rule and carrier; below, folded, the accepted ones."""
    with live().store.reader() as cursor:
        known, everything = rounds(cursor), warnings_filed(cursor)
    if not known:
        say_no_figures()
        return
    chosen_at, who_at = st.columns([3, 2], vertical_alignment="bottom")
    with chosen_at:
        round_on = _round_chosen(known, everything)
    found = [warning for warning in everything if warning.round_on == round_on]
    waiting = [warning for warning in found if warning.acceptance is None]
    if waiting:
        with who_at:
            ask_name("Người xem xét")
    _say_counts(found, everything, round_on)
    for rule, of_rule in _grouped_by_rule(waiting):
        _show_rule(rule, of_rule)
    show_accepted([warning for warning in found if warning.acceptance])


def waiting_words(count: int) -> str:
    """ "3 cảnh báo chưa xem xét", for lists and headings."""
    return f"{count_text(count)} cảnh báo chưa xem xét"


def _round_chosen(known: tuple[date, ...], everything: tuple[FiledWarning, ...]) -> date:
    """The round asked for; each says how many of its warnings are open."""
    calendar, asked = round_calendar(live().store), st.query_params.get("tuan", "")
    shown = round_to_show(known, calendar, clock.local_now(), asked)
    newest_first = sorted(known, reverse=True)
    chosen: date = st.selectbox(
        "Kỳ báo cáo",
        newest_first,
        newest_first.index(shown) if shown in newest_first else 0,
        format_func=lambda day: _round_words(day, everything),
        key="warnings-round",
    )
    return chosen


def _round_words(day: date, everything: Iterable[FiledWarning]) -> str:
    count = open_count(warning for warning in everything if warning.round_on == day)
    return f"{day_text(day)} · {waiting_words(count)}" if count else day_text(day)


def _say_counts(found: list[FiledWarning], everything: Iterable[FiledWarning], round_on: date) -> None:
    waiting_count = open_count(found)
    is_simulated = any(warning.is_simulated for warning in found)
    if waiting_count:
        accepted = f"{count_text(len(found) - waiting_count)} đã chấp nhận"
        simulated = f" &nbsp; {SIMULATED}" if is_simulated else ""
        st.markdown(f"**{waiting_words(waiting_count)}** · {accepted}{simulated}")
    else:
        whole = f"Đã xem xét cả {count_text(len(found))} cảnh báo" if found else "Không có cảnh báo nào"
        words = f"{whole} ở các tệp đang dùng của kỳ {day_text(round_on)}."
        st.success(words, icon=":material/check_circle:")
        if is_simulated:
            st.markdown(SIMULATED)
    others = {it.round_on for it in everything if it.acceptance is None and it.round_on != round_on}
    if others:
        listed = ", ".join(map(day_text, sorted(others, reverse=True)))
        st.caption(f"Kỳ khác còn cảnh báo chưa xem xét: {listed}.")


def _grouped_by_rule(warnings: list[FiledWarning]) -> list[tuple[str, list[FiledWarning]]]:
    """Rules in the order in which they were found first."""
    order = list(dict.fromkeys(warning.finding.rule for warning in warnings))
    in_order = sorted(warnings, key=lambda warning: order.index(warning.finding.rule))
    return [(rule, list(group)) for rule, group in groupby(in_order, key=lambda it: it.finding.rule)]


def _show_rule(rule: str, warnings: list[FiledWarning]) -> None:
    st.markdown(f"##### {title_of(rule)} &nbsp; :small[:gray[{plain(rule)}]]")
    if suggestion := warnings[0].finding.suggestion:
        st.caption(f"→ {plain(suggestion)}")
    for submission_id, group in groupby(warnings, key=lambda warning: warning.submission_id):
        if is_officer():
            with st.form(f"accept-{submission_id}-{rule}"):
                ask_to_accept(list(group))
        else:
            st.markdown("\n".join(f"- {sentence(warning)}" for warning in group))
