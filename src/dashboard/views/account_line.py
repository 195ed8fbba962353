"""The small line in the frame: who has signed in and the way out, or that nobody has to at this machine."""

from html import escape

import streamlit as st

from dashboard.access.accounts import roles_words
from dashboard.views.who import me, viewer

LOCAL = "<span>Chạy tại máy này: một người, không đăng nhập, toàn quyền</span>"


def show_account_line() -> None:
    """At the right of the frame, above every page."""
    looking, found = viewer(), me()
    if looking.is_local or found is None:
        st.html(f'<div class="account-line">{LOCAL}</div>')
        return
    name = found.account.full_name or found.account.name
    st.html(
        f'<div class="account-line"><span><a href="/phien-dang-nhap" target="_self">{escape(name)}</a></span>'
        f"<span>{escape(roles_words(found.account))}</span>"
        '<a href="/dang-xuat" target="_self">Đăng xuất</a></div>'
    )
