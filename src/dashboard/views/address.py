"""The reader's selection, as the address has it."""

from urllib.parse import parse_qsl

import streamlit as st

from dashboard.measures.selection import Selection
from dashboard.web.live import live
from dashboard.web.state import selection_in

FILTER_BAR = "board-filters"  # the bar of a page whose own parts follow the filters


def current_selection() -> Selection | None:
    """What the address asks for; None while there are no figures at all."""
    return selection_in(asked(), live().store)


def asked() -> dict[str, str]:
    """The address as it is now.

    Streamlit learns it once, when a page is opened; later changes the filter bar says itself.
    """
    said = st.session_state.get(FILTER_BAR) or {}
    return dict(parse_qsl(said.get("address") or "")) or st.query_params.to_dict()
