"""What the board fetches: figures by filter, and once per state of the data rounds, layer and polygons."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.web.assets import packed_response
from dashboard.web.board_payload import Layout, board_payload
from dashboard.web.live import live
from dashboard.web.state import DataState, data_state, selection_in

# Chromium repaints 15,000 vertices of SVG in 40 ms (boundaries/coverage.py): beyond this a change of filter
# would be over its 0.2 s. The province has 14,000, the country 337,000.
LARGE_VERTICES_COUNT = 60_000
COMMUNE_PAGE = "/xa-phuong"
KEPT_BY_READER = "private, max-age=31536000, immutable"  # the version in the name changes with the data

# Figures are no page: they may load nothing at all. The pages' own policy is as long as half of these bytes.
FIGURES_POLICY = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'"}


def serve_figures(request: Request) -> Response:
    """GET /board/{version}?{address}&layout=…: a payload; kept by the browser where the version is today's.

    404 while there are no figures. An older version is answered with today's figures, uncached, so that a
    page left open learns of new reports.
    """
    store = live().store
    state = data_state(store)
    selection = selection_in(request.query_params, store)
    if selection is None:
        return Response(status_code=404)
    layout: Layout = "map" if request.query_params.get("layout") == "map" else "overview"
    payload = board_payload(selection, layout, store)
    headers = kept(request, state) | FIGURES_POLICY
    return Response(payload, media_type="application/octet-stream", headers=headers)


def serve_context(request: Request) -> Response:
    """GET /context/{version}.json: rounds (oldest first), layer, marks; cached like figures."""
    state = data_state(live().store)
    return JSONResponse(context(state), headers=kept(request, state))


def serve_polygons(request: Request) -> Response:
    """GET /layers/{layer_id}.json: the polygons of the layer in force; 404 for another."""
    layer = data_state(live().store).layer
    if request.path_params["layer_id"] != layer.layer_id:
        return Response(status_code=404)
    return packed_response(layer.polygons_path.read_bytes(), layer.media_type)


def context(state: DataState) -> dict[str, Any]:
    """A state of the data for the browser."""
    return {
        "rounds": [round_on.isoformat() for round_on in state.rounds],
        "layer": {
            "url": layer_path(state),
            "is_schematic": state.layer.is_schematic,
            "note": state.layer.note,
            "bounds": state.layer.bounds,
            "is_large": is_large(state),
        },
        "is_simulated": state.is_simulated,
        "commune_page": COMMUNE_PAGE,
    }


def context_path(state: DataState) -> str:
    """Where the browser gets the context of a state."""
    return f"/context/{state.version}.json"


def is_large(state: DataState) -> bool:
    """Whether the layer is too large for SVG, and drawn on canvas (web/atlas/canvas_map.js)."""
    return state.layer.vertices_count > LARGE_VERTICES_COUNT


def layer_path(state: DataState) -> str:
    """Where the browser gets the polygons of a state's layer."""
    return f"/layers/{state.layer.layer_id}.json"


def kept(request: Request, state: DataState) -> dict[str, str]:
    """Headers of an answer that the browser keeps where the version in its name is today's."""
    is_current = request.path_params["version"] == state.version
    return {"Cache-Control": KEPT_BY_READER if is_current else "no-store"}
