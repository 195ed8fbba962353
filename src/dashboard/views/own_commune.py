"""What a commune sees: its own page, and of its neighbours the rates alone."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.boundaries import layer_in_force
from dashboard.boundaries.neighbours import neighbours_of
from dashboard.measures import figures_by_commune, rounds
from dashboard.measures.selection import Selection
from dashboard.measures.wording import NOTHING, pct_text
from dashboard.reference.communes import commune_by_code
from dashboard.views import clock
from dashboard.views.commune import (
    opened_commune,
    show_by_carrier,
    show_by_round,
    show_charts,
    show_downloads,
    show_headline,
)
from dashboard.views.commune_notes import show_notes
from dashboard.views.commune_sheets import show_sheet
from dashboard.views.empty import say_no_figures
from dashboard.views.mark import show_mark
from dashboard.views.own_support import show_own_support
from dashboard.views.round_choice import choose_round
from dashboard.views.tabs import show_tabs
from dashboard.web.live import live
from dashboard.web.state import round_calendar
from dashboard.web.words import words_of


def show_own_commune(commune_code: str) -> None:
    """The figures of a commune in a round and over the rounds, and its neighbours' rates."""
    commune = commune_by_code().get(commune_code)
    with live().store.reader() as cursor:
        known = rounds(cursor)
    if commune is None or not known:
        st.title(commune.name if commune else "Xã, phường của tôi")
        say_no_figures()
        if commune is not None:
            show_own_support(commune_code)
        return
    with st.container(width=320):
        chosen = choose_round(known, round_calendar(live().store), clock.local_now())
    selection = Selection(chosen if chosen in known else known[-1], commune_code=commune_code)
    show_headline(selection, commune)
    show_mark(words_of(selection, live().store).mark)
    figures = (_show_neighbours, _show_charts, show_sheet, show_downloads)
    shown = tuple(partial(show, selection) for show in figures)
    tabs = {
        "so-lieu": ("Số liệu", shown),
        "ho-tro": ("Hỗ trợ và vướng mắc", (partial(show_own_support, commune_code),)),
    }
    show_tabs(tabs, always="so-lieu")


def _show_charts(selection: Selection) -> None:
    commune = opened_commune(selection)
    assert commune is not None
    show_charts(selection, commune)
    show_notes(commune, selection.round_on)
    show_by_carrier(selection, commune)
    show_by_round(selection, commune)


def _show_neighbours(selection: Selection) -> None:
    """Rates without counts: enough to compare with, too little to add up."""
    commune_code = selection.commune_code or ""
    codes = neighbours_of(layer_in_force(live().store), commune_code)
    with live().store.reader() as cursor:
        found = figures_by_commune(cursor, selection.scope).to_pylist()
    rows = [
        {
            "Xã, phường": commune_by_code()[row["commune_code"]].name,
            "Tỷ lệ xác thực": pct_text(row["verified_pct"]),
            "Nhà mạng đã báo cáo": f"{row['carriers_reported_count']}/{row['carriers_expected_count']}",
        }
        for row in sorted(found, key=lambda row: row["verified_pct"] or -1)
        if row["commune_code"] in {*codes, commune_code}
    ]
    st.subheader("Các xã, phường giáp ranh")
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", placeholder=NOTHING)
