"""A meeting for the browser: its agenda in one answer, so that turning a page asks for nothing."""

import gzip
import json
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dashboard.boundaries import Layer
from dashboard.briefing.content.facts import Facts, files_behind, gather
from dashboard.meeting.agenda import agenda, facts_of
from dashboard.meeting.minutes import minutes_workbook
from dashboard.meeting.model import Agenda
from dashboard.meeting.records import Meeting, meeting_of
from dashboard.meeting.request import request_of
from dashboard.meeting.screen import Watch
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.figures import context_path
from dashboard.web.live import live
from dashboard.web.state import data_state

KEPT_COUNT = 8  # meetings looked at in turn; each holds a year of figures (2 MB)


def serve_meeting(request: Request) -> Response:
    """GET /meetings/{key}.json: the agenda with its maps; 404 for a meeting that nobody opened."""
    store = live().store
    with store.reader() as cursor:
        meeting = meeting_of(cursor, request.path_params["key"])
    if meeting is None:
        return Response(status_code=404)
    packed = _packed(store, meeting, data_state(store).layer)
    headers = {"Content-Encoding": "gzip", "Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    return Response(packed, media_type="application/json", headers=headers)


def serve_minutes(request: Request) -> Response:
    """GET /meetings/{key}/decisions.xlsx: what was decided; 404 for a meeting that nobody opened."""
    store = live().store
    with store.reader() as cursor:
        meeting = meeting_of(cursor, request.path_params["key"])
        if meeting is None:
            return Response(status_code=404)
        now = datetime.now(LOCAL_ZONE)
        watch = Watch(meeting, facts_then(store, meeting), facts_now(store, meeting), now)
        book = minutes_workbook(cursor, watch)
    name = f"quyet-dinh_{meeting.held_on.isoformat()}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(book, media_type=MEDIA_TYPES["xlsx"], headers=headers)


def meeting_path(meeting: Meeting) -> str:
    """Where the browser gets a meeting's agenda."""
    return f"/meetings/{meeting.key}.json"


@lru_cache(maxsize=KEPT_COUNT)
def facts_then(store: Store, meeting: Meeting) -> Facts:
    """The figures as a meeting knows them; frozen, so read once."""
    with store.reader() as cursor:
        return facts_of(cursor, meeting)


def facts_now(store: Store, meeting: Meeting) -> Facts:
    """The figures of a meeting's filters as known now; read anew only after something was committed."""
    return _facts_now(store, meeting, store.commits.count)


def agenda_of(store: Store, meeting: Meeting) -> Agenda:
    """The agenda of a meeting over the layer in force."""
    return _agenda(store, meeting, data_state(store).layer)


@lru_cache(maxsize=KEPT_COUNT)
def _facts_now(store: Store, meeting: Meeting, _commits_count: int) -> Facts:
    then, request = facts_then(store, meeting), request_of(meeting.selection, None)
    with store.reader() as cursor:
        if files_behind(cursor, request).data_version == then.data_version:
            return then  # nothing came in
        return gather(cursor, request)


@lru_cache(maxsize=KEPT_COUNT)
def _agenda(store: Store, meeting: Meeting, layer: Layer) -> Agenda:
    return agenda(facts_then(store, meeting), meeting, layer.codes)


@lru_cache(maxsize=KEPT_COUNT)
def _packed(store: Store, meeting: Meeting, layer: Layer) -> bytes:
    told: dict[str, Any] = asdict(_agenda(store, meeting, layer))
    text = json.dumps(told | {"key": meeting.key}, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 6, mtime=0)


def mounted(store: Store, meeting: Meeting) -> dict[str, str]:
    """What the page tells its component of where things are."""
    return {
        "agenda": meeting_path(meeting),
        "context": context_path(data_state(store)),
        "minutes": f"/meetings/{meeting.key}/decisions.xlsx",
    }
