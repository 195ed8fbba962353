"""Buttons that hand a table of the filters out, as workbook and as CSV; made when asked for."""

from functools import partial

import streamlit as st

from dashboard.figures.words import file_name
from dashboard.measures.selection import Selection
from dashboard.web.downloads import MEDIA_TYPES, table_file
from dashboard.web.live import live


def show_table_downloads(table: str, label: str, selection: Selection) -> None:
    """One button per kind of file; `table` is one of web/downloads.TABLES."""
    with st.container(horizontal=True):
        for kind, media_type in MEDIA_TYPES.items():
            st.download_button(
                f"{label} ({kind.upper()})",
                data=partial(table_file, table, kind, selection, live().store),
                file_name=f"{table}_{file_name(selection)}.{kind}",
                mime=media_type,
                on_click="ignore",
                key=f"{table}-{kind}",
            )
