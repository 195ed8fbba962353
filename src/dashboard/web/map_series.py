"""Every round's or every carrier's map in one answer, so that the browser plays and compares unasked."""

import gzip
import json
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import Response

from dashboard.measures.map_series import MapFrame, frames_by_carrier, frames_by_round
from dashboard.measures.selection import Selection
from dashboard.measures.wording import day_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store
from dashboard.web.dictionary import SCALE_ON_THE_WIRE
from dashboard.web.figures import kept
from dashboard.web.live import live
from dashboard.web.state import DataState, data_state, history_cube, selection_in

By = Literal["ky", "nha-mang"]
KEPT_COUNT = 200  # of 5 to 40 KB each
SCALES = {"verified_pct": 10_000, **SCALE_ON_THE_WIRE}  # on the board a rate follows from counts, here not


def serve_series(request: Request) -> Response:
    """GET /series/{version}?{address}&theo=ky|nha-mang: sheets as JSON; kept by the browser like figures.

    404 while there are no figures. By "ky" all rounds with figures, whatever round the address names.
    """
    store = live().store
    state = data_state(store)
    selection = selection_in(request.query_params, store)
    if selection is None:
        return Response(status_code=404)
    by: By = "nha-mang" if request.query_params.get("theo") == "nha-mang" else "ky"
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", **kept(request, state)}
    packed = series(selection, by, store, state)
    return Response(packed, media_type="application/json", headers=headers)


def series(selection: Selection, by: By, store: Store, state: DataState) -> bytes:
    """The sheets of a selection, packed; the same object while the data stay as they are.

    `keys`, `sheets` (title, values in the order of the polygons, positions with a carrier missing), how many
    of a value make one of the unit (`scale`), and the positions that the filter leaves out (`outside`).
    """
    round_on = state.rounds[-1] if by == "ky" else selection.round_on
    return _series(replace(selection, round_on=round_on, commune_code=None), by, store, state)


@lru_cache(maxsize=KEPT_COUNT)
def _series(selection: Selection, by: By, store: Store, state: DataState) -> bytes:
    cube = history_cube(store, state, selection.round_on)
    get = frames_by_round if by == "ky" else frames_by_carrier
    frames = get(cube, selection.scope, selection.measure, state.layer.codes)
    scale = SCALES.get(selection.measure, 1)
    told = {
        "scale": scale,
        "keys": [frame.key for frame in frames],
        "sheets": [_sheet(frame, _title(frame.key, by), scale) for frame in frames],
        "outside": _outside(selection, state),
    }
    return gzip.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), 6, mtime=0)


def _sheet(frame: MapFrame, title: str, scale: int) -> dict[str, Any]:
    values = [None if value is None else round(value * scale) for value in frame.values]
    return {"title": title, "values": values, "partly": frame.partly}


def _title(key: str, by: By) -> str:
    return day_text(date.fromisoformat(key)) if by == "ky" else carrier_by_code()[key].name


def _outside(selection: Selection, state: DataState) -> list[int]:
    known = commune_by_code()
    kinds = [known[code].kind if code in known else None for code in state.layer.codes]
    return [
        place for place, kind in enumerate(kinds) if selection.kind is not None and kind != selection.kind
    ]
