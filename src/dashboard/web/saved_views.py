"""GET /views.json: the views that people saved, each with the address that opens it now."""

from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard.reference.saved_views import ROUND, SavedView, saved_views
from dashboard.store.database import Store
from dashboard.web.live import live
from dashboard.web.state import selection_in


def serve_views(_request: Request) -> JSONResponse:
    """A list of {key, name, by, newest, address} by name; kept by no browser."""
    store = live().store
    with store.reader() as cursor:
        found = saved_views(cursor)
    return JSONResponse([_told(view, store) for view in found], headers={"Cache-Control": "no-store"})


def _told(view: SavedView, store: Store) -> dict[str, Any]:
    """A view without a round of its own opens on the newest."""
    query, selection = view.query, selection_in(dict(parse_qsl(view.query)), store)
    if view.is_of_newest_round and selection is not None:
        query = "&".join(filter(None, (f"{ROUND}={selection.round_on.isoformat()}", query)))
    return {
        "key": view.key,
        "name": view.name,
        "by": view.saved_by,
        "newest": view.is_of_newest_round,
        "address": f"/{view.page}?{query}",
    }
