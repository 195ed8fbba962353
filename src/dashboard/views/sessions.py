"""Who is signed in and from where; ending a session from another browser.

Everybody sees their own sessions, an administrator all of them.
"""

import streamlit as st

from dashboard.access.rights import ADMINISTRATORS
from dashboard.access.sessions import Session, ending
from dashboard.access.sign_in import is_shared
from dashboard.measures.wording import count_text, duration_text, time_text
from dashboard.store.decisions import decide_all
from dashboard.views.plain import plain
from dashboard.views.who import may, me, viewer, who
from dashboard.web.live import live
from dashboard.web.signed_in import SignedIn, all_signed_in, seconds_since_doing

MOST_SHOWN = 50  # of a whole department some 30 are in; the newest come first


def show_sessions() -> None:
    """The sessions in force, newest first, each with a button that ends it."""
    st.subheader("Phiên đang mở")
    if not is_shared():
        st.caption("Không có phiên nào: ứng dụng chạy tại một máy, không đăng nhập.")
        return
    found = [it for it in all_signed_in() if may(ADMINISTRATORS) or it.account.name == viewer().account]
    mine = me()
    st.caption(
        f"{count_text(len(found))} phiên. Kết thúc một phiên thì mọi thẻ của trình duyệt ấy phải đăng nhập "
        "lại ngay."
    )
    for it in found[:MOST_SHOWN]:
        _show(it, is_mine=mine is not None and it.session.key == mine.session.key)


def _show(it: SignedIn, *, is_mine: bool) -> None:
    idle = duration_text(seconds_since_doing(it.session) / 60)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        here = " :blue-badge[phiên này]" if is_mine else ""
        st.markdown(
            f"**{plain(it.account.viewer.name)}**{here} · từ {time_text(it.session.began_at)} đến "
            f"{time_text(it.session.ends_at)} · không thao tác {idle}  \n"
            f":small[{plain(it.session.address)} · {plain(it.session.browser)}]"
        )
        if st.button("Kết thúc", key=f"end-{it.session.key}", icon=":material/logout:"):
            _end(it.session)


def _end(session: Session) -> None:
    decide_all(live().store, (ending(session, who(), "kết thúc ở trang"),))
    st.rerun()
