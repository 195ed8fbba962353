"""Who is looking: the name typed in this session, else only that it was somebody at this machine."""

import streamlit as st

HERE = "người dùng tại máy này"
NAME = "typed-name"  # key of the fields for it, so that a name is asked for once in a session


def who() -> str:
    """The name that is kept with what is taken in, decided or withdrawn at the page."""
    return typed_name() or HERE


def typed_name() -> str:
    """The name typed in this session; "" where nobody has said who they are."""
    return str(st.session_state.get(NAME, "")).strip()
