"""The mark of simulated figures above what a page shows."""

import streamlit as st


def show_mark(mark: str) -> None:
    """The mark (figures/words.py); nothing where figures are real."""
    if mark:
        st.markdown(f":red[**{mark}**]")
