"""Tabs of a page of which only the open one is computed; the address names it, so that a link opens it."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import streamlit as st

from dashboard.views.address import asked

IN_ADDRESS = "tab"
Tabs: TypeAlias = Mapping[str, tuple[str, tuple[Callable[[], None], ...]]]


def show_tabs(tabs: Tabs, always: str = "") -> None:
    """Name in the address -> name on the tab, and what it shows from the top down.

    `always` is shown even while it is not open, where a file chosen there would be forgotten otherwise.
    """
    opened, _ = tabs.get(st.query_params.get(IN_ADDRESS, ""), (None, ()))
    names = [name for name, _ in tabs.values()]
    containers = st.tabs(names, default=opened, key="tabs", on_change=_write_address, args=(tabs,))
    for (address, (_, shows)), container in zip(tabs.items(), containers, strict=True):
        if container.open or address == always:
            with container:
                for show in shows:
                    show()


def _write_address(tabs: Tabs) -> None:
    """The open tab into the address, where a link is copied from; the filters stay in it."""
    named = {name: address for address, (name, _) in tabs.items()}
    st.query_params.from_dict(asked() | {IN_ADDRESS: named[st.session_state["tabs"]]})
