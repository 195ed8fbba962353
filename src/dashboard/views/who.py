"""Who is looking, and whose name is kept with what they do.

With a sign-in it is the account of the tab's session, looked up anew at every run. Without one it is the name
typed in this session, else only that it was somebody at this machine.
"""

from typing import Literal

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.access.rights import OFFICERS
from dashboard.access.roles import AT_THIS_MACHINE, HERE, Role, Viewer
from dashboard.access.sign_in import is_shared
from dashboard.store.origin import Origin, ask_also
from dashboard.web.signed_in import SignedIn, signed_in

NAME = "typed-name"  # key of the fields for it, so that a name is asked for once in a session
__all__ = [
    "HERE", "NAME", "NotYoursError", "ask_name", "is_officer", "may", "me", "typed_name", "viewer", "who",
]  # fmt: skip


class NotYoursError(PermissionError):
    """Somebody pressed what their role may not do; the page should not have offered it."""


def viewer() -> Viewer:
    """Who looks, with the rights of this moment. Ends the run where the session is no more."""
    if not is_shared():
        return AT_THIS_MACHINE
    found = me()
    if found is None:
        st.info("Phiên đăng nhập đã kết thúc. Hãy tải lại trang để đăng nhập.", icon=":material/lock:")
        st.stop()
    return found.viewer


def me() -> SignedIn | None:
    """Session and account of this tab; None where nobody signs in, or the session is over."""
    return signed_in(st.context.cookies, is_doing=False) if is_shared() else None


def may(roles: frozenset[Role]) -> bool:
    """Whether who looks has one of these roles."""
    return viewer().is_any_of(roles)


def who(roles: frozenset[Role] | None = None) -> str:
    """The name that is kept with what is taken in, decided or withdrawn at the page.

    Raises NotYoursError where `roles` are given and who looks has none of them.
    """
    if roles is not None and not may(roles):
        raise NotYoursError(f"needs one of: {', '.join(sorted(roles))}")
    return typed_name() or HERE


def typed_name() -> str:
    """The account's name, or the one typed in this session; "" where nobody has said who they are."""
    looking = viewer()
    return str(st.session_state.get(NAME, "")).strip() if looking.is_local else looking.name


def ask_name(label: str, placeholder: str = "Họ và tên", width: int | Literal["stretch"] = "stretch") -> str:
    """The name of who decides: a field for it, or that of who has signed in."""
    if is_shared():
        st.caption(f"{label}: **{typed_name()}**")
        return typed_name()
    return st.text_input(label, key=NAME, placeholder=placeholder, width=width).strip()


def is_officer() -> bool:
    """Whether who looks takes in and prepares, rather than only seeing and deciding."""
    return may(OFFICERS)


def _page_origin() -> Origin | None:
    """Of a page's run the page, and the address that its session signed in from; None in any other thread."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    found = me()
    return Origin("page", found.session.address if found else "")


ask_also(_page_origin)
