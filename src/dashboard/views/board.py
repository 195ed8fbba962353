"""The board on a page: one component that holds filters, headline, map and ranking.

It stands in a fragment, so that a change of filter runs this function and nothing else, and its code is a
one-line loader, since Streamlit sends a component's code with every message (docs/decisions/0008).
"""

from functools import partial

import streamlit as st

from dashboard.access.roles import OF_THE_DEPARTMENT
from dashboard.reference.saved_views import save_view, withdraw_view
from dashboard.views.address import current_selection
from dashboard.views.empty import show_no_figures
from dashboard.views.who import who
from dashboard.web.assets import assets_url
from dashboard.web.board_payload import Layout, board_payload
from dashboard.web.live import live


def show_board(layout: Layout) -> None:
    """The board in one of its layouts; without any figures, what to do next."""
    if current_selection() is None:
        show_no_figures()
    elif layout == "filters":
        _mount(layout)
    else:
        st.fragment(_mount)(layout)


def _mount(layout: Layout) -> None:
    selection = current_selection()
    if selection is None:
        return
    # The line break tells Streamlit that this is code and not a file's name.
    loader = f"export default async a=>\n(await import(location.origin+'{assets_url()}board.js')).default(a)"
    board = st.components.v2.component("board", js=loader, isolate_styles=False)
    board(
        key=f"board-{layout}",
        data=board_payload(selection, layout, live().store),
        on_address_change=_answered,
        on_view_change=partial(_keep_view, layout),
    )


def _keep_view(layout: Layout) -> None:
    """Somebody saved what is on the screen under a name, or took a saved view back."""
    said = st.session_state[f"board-{layout}"].get("view") or {}
    name, store = who(OF_THE_DEPARTMENT), live().store
    if save := said.get("save"):
        save_view(store, str(save["name"]), (str(save["page"]), str(save["query"]).lstrip("?")), name)
    elif key := said.get("withdraw"):
        withdraw_view(store, str(key), name)


def _answered() -> None:
    """The address has changed in the browser already; the run that follows reads it."""
