"""What leaves the app by an address: the words for a picture, and tables of a selection."""

from collections.abc import Mapping
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.measures.selection import Selection, read_selection
from dashboard.store.database import Store
from dashboard.web.live import live
from dashboard.web.state import data_state
from dashboard.web.words import words_of


def serve_words(request: Request) -> Response:
    """GET /export/words?{address}: title, lines, notes, mark, alt, file_name as JSON; 404 without figures."""
    store = live().store
    selection = selection_asked(request.query_params, store)
    return (
        Response(status_code=404) if selection is None else JSONResponse(asdict(words_of(selection, store)))
    )


def selection_asked(query: Mapping[str, str], store: Store) -> Selection | None:
    """What a download's address asks for, read as a page's address is."""
    return read_selection(query, data_state(store).rounds)
