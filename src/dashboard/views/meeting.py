"""The meeting on its page: the agenda is shown by the browser, decisions are kept by a run of the page."""

from typing import Any

import streamlit as st

from dashboard.access.roles import OF_THE_DEPARTMENT
from dashboard.meeting.acts import Desk, perform
from dashboard.meeting.records import Meeting, Opening, meeting_of, open_meeting
from dashboard.meeting.screen import Watch, screen
from dashboard.views.address import current_selection
from dashboard.views.clock import local_now
from dashboard.views.empty import show_no_figures
from dashboard.views.who import who
from dashboard.web.assets import assets_url
from dashboard.web.live import live
from dashboard.web.meetings import agenda_of, facts_now, facts_then, mounted

COMPONENT = "meeting"
IN_ADDRESS = "cuoc-hop"
OPENED, ANSWER = (
    "meeting-opened",
    "meeting-answer",
)  # of this session: which meeting, what the last act came to


def show_meeting() -> None:
    """The meeting that the address names, or one opened now on its filters."""
    meeting = _meeting()
    if meeting is None:
        show_no_figures()
        return
    st.session_state[OPENED] = meeting.key
    store = live().store
    watch = Watch(meeting, facts_then(store, meeting), facts_now(store, meeting), local_now())
    with store.reader() as cursor:
        told = screen(cursor, watch)
    _mount(told | mounted(store, meeting) | {"answer": st.session_state.pop(ANSWER, "")})


def _meeting() -> Meeting | None:
    """Streamlit learns the address once, so the session remembers which meeting was opened meanwhile."""
    store = live().store
    key = st.query_params.get(IN_ADDRESS) or st.session_state.get(OPENED, "")
    with store.reader() as cursor:
        found = meeting_of(cursor, key) if key else None
    selection = current_selection()
    if found is not None or selection is None:
        return found
    return open_meeting(store, Opening(selection, who(OF_THE_DEPARTMENT), local_now()))


def _mount(told: dict[str, Any]) -> None:
    # The line break tells Streamlit that this is code and not a file's name.
    module = f"{assets_url()}meeting/meeting.js"
    loader = f"export default async a=>\n(await import(location.origin+'{module}')).default(a)"
    component = st.components.v2.component(COMPONENT, js=loader, isolate_styles=False)
    component(key=COMPONENT, data=told, on_said_change=_act)


def _act() -> None:
    """Somebody typed a decision or marked one."""
    said = st.session_state[COMPONENT]["said"]
    meeting = _meeting()
    if not said or meeting is None:
        return
    store = live().store
    desk = Desk(store, meeting, facts_then(store, meeting), agenda_of(store, meeting))
    st.session_state[ANSWER] = perform(desk, said, who(OF_THE_DEPARTMENT))
