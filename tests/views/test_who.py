"""Whose name is kept with a decision."""

from streamlit.testing.v1 import AppTest

from dashboard.views.who import HERE


def _page() -> None:
    import streamlit as st

    from dashboard.views.who import NAME, who

    st.text_input("Tên", key=NAME)
    st.markdown(who())


def test_a_name_typed_once_in_a_session_signs_all_that_follows():
    page = AppTest.from_function(_page).run()
    assert page.markdown[0].value == HERE
    page.text_input[0].set_value("  Lê Thị Ước ").run()
    assert page.markdown[0].value == "Lê Thị Ước"
