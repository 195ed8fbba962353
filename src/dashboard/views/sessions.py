"""Who is signed in and from where; ending a session from another browser.

Everybody sees their own sessions, an administrator all of them.
"""

import pandas as pd
import streamlit as st

from dashboard.access.rights import ADMINISTRATORS
from dashboard.access.sessions import Session, ending
from dashboard.access.sign_in import is_shared
from dashboard.measures.wording import duration_text
from dashboard.store.decisions import decide_all
from dashboard.views.received import wall_clock
from dashboard.views.who import may, me, viewer, who
from dashboard.web.live import live
from dashboard.web.signed_in import SignedIn, all_signed_in, seconds_since_doing

KEY_LETTERS = 6  # enough to tell one's sessions apart


def show_sessions() -> None:
    """The sessions in force, newest first; those chosen can be ended."""
    st.subheader("Phiên đang mở")
    if not is_shared():
        st.caption("Không có phiên nào: ứng dụng chạy tại một máy, không đăng nhập.")
        return
    found = [it for it in all_signed_in() if may(ADMINISTRATORS) or it.account.name == viewer().account]
    mine = me()
    event = st.dataframe(
        pd.DataFrame([_row(it, mine) for it in found]),
        hide_index=True,
        width="stretch",
        on_select="rerun",
        selection_mode="multi-row",
        key="sessions",
        column_config={
            name: st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm")
            for name in ("Đăng nhập lúc", "Tự kết thúc lúc")
        },
    )
    chosen = [found[row].session for row in event["selection"]["rows"] if row < len(found)]
    if st.button("Kết thúc phiên đã chọn", disabled=not chosen, icon=":material/logout:"):
        _end(chosen)


def _row(it: SignedIn, mine: SignedIn | None) -> dict[str, object]:
    is_mine = mine is not None and it.session.key == mine.session.key
    return {
        "Tài khoản": it.account.viewer.name,
        "Phiên": it.session.key[:KEY_LETTERS] + (" (đang dùng)" if is_mine else ""),
        "Đăng nhập lúc": wall_clock(it.session.began_at),
        "Không thao tác đã": duration_text(seconds_since_doing(it.session) / 60),
        "Tự kết thúc lúc": wall_clock(it.session.ends_at),
        "Từ địa chỉ": it.session.address,
        "Trình duyệt": it.session.browser,
    }


def _end(sessions: list[Session]) -> None:
    by = who()
    decide_all(live().store, tuple(ending(session, by, "kết thúc ở trang") for session in sessions))
    st.rerun()
