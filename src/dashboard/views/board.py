"""The board on a page: one component that holds filters, headline, map and ranking.

It stands in a fragment, so that a change of filter runs this function and nothing else, and its code is a
one-line loader, since Streamlit sends a component's code with every message (docs/decisions/0008).
"""

import streamlit as st

from dashboard.views.address import current_selection
from dashboard.views.empty import show_no_figures
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
    )


def _answered() -> None:
    """The address has changed in the browser already; the run that follows reads it."""
