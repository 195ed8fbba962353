"""The files to take away: made when asked for, in a thread of their own, with how far that is."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

import streamlit as st

from dashboard.briefing.files import KIND_LABELS, MEDIA_TYPES, BriefingFile, Kind, make_file
from dashboard.views.briefing_choices import Choices
from dashboard.web.live import live
from dashboard.web.state import data_state

MADE = "briefing-made"
USUAL_SECONDS = 3  # what a file takes; the bar stays short of its end until it is there
LOOK_AGAIN_SECONDS = 0.15


def show_files(choices: Choices) -> None:
    """A button for each kind; once made the file waits there to be saved."""
    made: dict[object, BriefingFile] = st.session_state.setdefault(MADE, {})
    places = st.columns(len(KIND_LABELS))
    progress = st.empty()
    for place, kind in zip(places, KIND_LABELS, strict=True):
        key = _key(choices, kind)
        if key not in made and place.button(
            f"Tạo {KIND_LABELS[kind]}", key=f"make-{kind}", icon=":material/note_add:", width="stretch"
        ):
            made.clear()  # of an older state, and large
            made[key] = _made(choices, kind, progress)
            st.rerun()
        if key in made:
            place.download_button(
                f"Tải {KIND_LABELS[kind]}",
                made[key].content,
                made[key].name,
                MEDIA_TYPES[kind],
                on_click="ignore",
                type="primary",
                icon=":material/download:",
                width="stretch",
            )


def _made(choices: Choices, kind: Kind, place: st.delta_generator.DeltaGenerator) -> BriefingFile:
    """The file, while the bar moves; other sessions are served meanwhile."""
    future: Future[BriefingFile] = _workers().submit(
        make_file, choices.request, kind, live().store, choices.addressee
    )
    started = time.monotonic()
    while not future.done():
        passed = (time.monotonic() - started) / USUAL_SECONDS
        place.progress(min(passed / (passed + 0.3), 0.95), text=f"Đang lập {KIND_LABELS[kind]}")
        time.sleep(LOOK_AGAIN_SECONDS)
    place.empty()
    return future.result()


@cache
def _workers() -> ThreadPoolExecutor:
    """One at a time, so that whoever looks at pages keeps a core."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="briefing")


def _key(choices: Choices, kind: Kind) -> object:
    """Another state of the data or of what was decided makes another file."""
    return kind, choices.request, choices.addressee, data_state(live().store).commits_count
