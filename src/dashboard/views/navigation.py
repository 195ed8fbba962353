"""The pages that somebody may open, from the one table of rights; the others say that they are not theirs.

All pages are known to Streamlit for everybody: an unknown one it answers with a window of its own, in
English, and it would do so too when a right is taken from a tab that stands on the page.
"""

from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.access.rights import PAGES, Page, may, pages_of
from dashboard.paths import PROJECT_DIR
from dashboard.views.who import viewer

FOLDER = PROJECT_DIR / "pages"


def navigation() -> StreamlitPage:
    """The page that is asked for, to be run; the first of those allowed opens at "/"."""
    looking = viewer()
    allowed = pages_of(looking)
    pages = [
        _allowed(page, is_first=page == allowed[0]) if may(looking, page.right) else _refused(page, allowed)
        for page in PAGES
    ]
    if not allowed:
        pages.append(
            st.Page(
                partial(_say_not_yours, allowed),
                title="Chưa có trang",
                url_path="chua-co-trang",
                default=True,
            )
        )
    return st.navigation(pages, position="top")


def _allowed(page: Page, *, is_first: bool) -> StreamlitPage:
    return st.Page(
        FOLDER / page.file,
        title=page.title,
        icon=f":material/{page.icon}:",
        url_path=page.path,
        default=is_first,
        visibility="visible" if page.is_in_menu else "hidden",
    )


def _refused(page: Page, allowed: tuple[Page, ...]) -> StreamlitPage:
    return st.Page(
        partial(_say_not_yours, allowed), title=page.title, url_path=page.path, visibility="hidden"
    )


def _say_not_yours(allowed: tuple[Page, ...]) -> None:
    st.title("Trang này không thuộc quyền của bạn")
    st.write(f"Bạn đang đăng nhập là **{viewer().name}**. Nếu cần quyền khác, hãy báo người quản trị.")
    if allowed:
        st.html(f'<a href="/" target="_self">Về trang {allowed[0].title}</a>')
