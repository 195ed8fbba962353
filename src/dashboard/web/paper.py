"""Maps for paper by an address."""

from functools import lru_cache
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from dashboard.measures.selection import Selection
from dashboard.store.database import Store
from dashboard.web.live import live
from dashboard.web.state import data_state, selection_in

MEDIA_TYPES = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml"}
PAPERS = {"a4", "a3"}
MAPS_KEPT = 12  # of up to 2 MB: before a meeting several ask for the same one


def serve_map(request: Request) -> Response:
    """GET /export/map.{form}?{address}&kho=a4|a3&den-trang=1: a map for paper as pdf, png or svg.

    404 for another form or paper, and without figures. The header `X-Alt` is the text that stands for the
    picture, percent-encoded.
    """
    form, paper = request.path_params["form"], request.query_params.get("kho", "a4")
    store = live().store
    selection = selection_in(request.query_params, store)
    if selection is None or form not in MEDIA_TYPES or paper not in PAPERS:
        return Response(status_code=404)
    is_grey = request.query_params.get("den-trang") == "1"
    content, alt, name = _map(store, data_state(store).commits_count, selection, (form, paper, is_grey))
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{form}"',
        "Cache-Control": "no-store",
        "X-Alt": quote(alt),
    }
    return Response(content, media_type=MEDIA_TYPES[form], headers=headers)


@lru_cache(maxsize=MAPS_KEPT)
def _map(
    store: Store, _commits_count: int, selection: Selection, how: tuple[str, str, bool]
) -> tuple[bytes, str, str]:
    """Content, alternative text and name of a map; made once for a state of the data."""
    from dashboard.figures.print_map import MapRequest, print_map  # slow to import: only who prints waits

    form, paper, is_grey = how
    made = print_map(MapRequest(selection, form, paper, is_grey), store)  # type: ignore[arg-type]
    return made.content, made.alt, made.file_name
