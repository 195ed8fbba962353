"""Files on a page that are not stored yet: each is read once, and judged once for a state of the data."""

import streamlit as st

from dashboard.intake.examine import Examination, examine_reading, reading_of
from dashboard.intake.layout.known import Layout
from dashboard.intake.reading.sheet import Reading
from dashboard.intake.request import IntakeRequest
from dashboard.views.plain import plain
from dashboard.web.live import live


def read_all(requests: list[IntakeRequest]) -> None:
    """Read all files once, telling how far that is."""
    bar = st.progress(0.0, text="Đang đọc tệp")
    for index, request in enumerate(requests):
        bar.progress(index / len(requests), text=f"Đang đọc {plain(request.file_name)}")
        examined(request)
    bar.empty()


def examined(request: IntakeRequest, trial: Layout | None = None) -> Examination:
    """What was found in a file that is not stored yet; looked at once for a state of the data.

    With `trial` as if that layout were confirmed. The file itself is read once, whatever is said of it.
    """
    store = live().store
    seen: dict[tuple[object, ...], Examination] = st.session_state.setdefault("examined", {})
    tried = None if trial is None else (trial.fingerprint, tuple(sorted(trial.columns.items())))
    said = (request.carrier_code, request.round_on, tried)
    key = (request.sha256, request.file_name, *said, store.commits.count)
    if key not in seen:
        seen[key] = examine_reading(request, _reading(request), store, trial)
    return seen[key]


def forget_examined() -> None:
    """Let go of what was read, once it is stored."""
    st.session_state["examined"], st.session_state["readings"] = {}, {}


def _reading(request: IntakeRequest) -> Reading:
    read: dict[str, Reading] = st.session_state.setdefault("readings", {})
    if request.sha256 not in read:
        read[request.sha256] = reading_of(request)
    return read[request.sha256]
