"""Notes on a commune: those that stand, and a line for another."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.measures import rounds
from dashboard.measures.wording import day_text, time_text
from dashboard.reference.commune_notes import LONGEST_NOTE, Note, notes_of, withdraw_note, write_note
from dashboard.reference.communes import Commune
from dashboard.views.plain import plain
from dashboard.views.who import is_officer, who
from dashboard.web.live import live

WHY = (
    "Điều xảy ra ở đây mà con số không nói: lũ, mất sóng, lễ hội. Ghi chú hiện trên mọi biểu đồ, "
    "phiếu của xã, phường "
    "và ở lại trong nhật ký khi gỡ."
)


def notes_on(commune: Commune) -> tuple[Note, ...]:
    """The notes that stand now."""
    with live().store.reader() as cursor:
        return notes_of(cursor, commune.code)


def show_notes(commune: Commune, round_on: date) -> None:
    """Everybody reads them; officers write and withdraw."""
    notes = notes_on(commune)
    if not notes and not is_officer():
        return
    st.subheader("Ghi chú")
    _show_standing(notes)
    if is_officer():
        _offer(commune, round_on)


def _show_standing(notes: Sequence[Note]) -> None:
    for note in reversed(notes):
        words, button = st.columns([7, 1], vertical_alignment="center")
        words.markdown(
            f"**Kỳ {day_text(note.round_on)}**: {plain(note.text)}  \n"
            f":gray[{plain(note.written_by)}, {time_text(note.written_at)}]"
        )
        if is_officer() and button.button("Gỡ", key=f"note-{note.key}", width="stretch"):
            withdraw_note(live().store, note, who(OFFICERS))
            st.rerun()


def _offer(commune: Commune, round_on: date) -> None:
    with live().store.reader() as cursor:
        known = sorted({*rounds(cursor), round_on}, reverse=True)
    with st.form("commune-note", clear_on_submit=True, border=False):
        when, words, button = st.columns([2, 6, 1], vertical_alignment="bottom")
        chosen = when.selectbox("Kỳ", known, index=known.index(round_on), format_func=day_text)
        text = words.text_input(
            "Thêm ghi chú",
            key="note-text",
            max_chars=LONGEST_NOTE,
            placeholder="Ví dụ: lũ, đường vào xã bị cắt",
            help=WHY,
        )
        if button.form_submit_button("Ghi", width="stretch") and text.strip():
            write_note(live().store, commune.code, chosen, (text, who(OFFICERS)))
            st.rerun()
