"""What the browser needs to draw the map, packed once and named by its content, so that it is fetched once.

Plotly comes from the installed package and the modules from `web/board`: nothing is vendored and nothing
is asked of another host.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import Response

import dashboard.boundaries as boundaries_package
from dashboard.reference.hexagons import hexagons
from dashboard.web.dictionary import dictionary_json

MEDIA_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
}
PLOTLY = "plotly.min.js"
HERE = Path(__file__).parent
LATER = ("atlas", "meeting")  # folders of modules that a page asks for only when a reader does
SESSION = "session.js"  # for the frame of a page, not for the board
FOREVER = "public, max-age=31536000, immutable"  # the name changes with the content (RFC 8246)

# plotly's geo subplot always asks for a base map; this one is empty (our polygons are all that is drawn).
EMPTY_TOPOLOGY = {
    "type": "Topology",
    "objects": {
        layer: {"type": "GeometryCollection", "geometries": []}
        for layer in ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
    },
    "arcs": [],
    "transform": {"scale": [1, 1], "translate": [0, 0]},
}


@dataclass(frozen=True)
class Asset:
    """A file for the browser: its bytes as gzip, and their media type."""

    packed: bytes
    media_type: str


@cache
def assets() -> Mapping[str, Asset]:
    """Every asset by the name it has below `/assets/<version>/`."""
    polygons = Path(boundaries_package.__file__).parent / "polygons.js"
    plotly_js = Path(plotly.__file__).parent / "package_data" / PLOTLY
    session_js = HERE / SESSION
    files = {
        path.name: path for path in [*sorted((HERE / "board").iterdir()), polygons, plotly_js, session_js]
    }
    files |= {f"{folder}/{path.name}": path for folder in LATER for path in sorted((HERE / folder).iterdir())}
    contents = {name: path.read_bytes() for name, path in files.items()}
    topology = json.dumps(EMPTY_TOPOLOGY).encode()
    contents |= {"dictionary.json": dictionary_json(), "world_110m.json": topology}
    contents["atlas/hexagons.json"] = json.dumps(dict(hexagons()), separators=(",", ":")).encode()
    return {name: _asset(name, content) for name, content in contents.items()}


@cache
def assets_version() -> str:
    """Short name of all assets together; changes whenever one of them does."""
    digest = hashlib.sha256()
    for name, asset in sorted(assets().items()):
        digest.update(name.encode() + asset.packed)
    return digest.hexdigest()[:12]


def assets_url() -> str:
    """Folder of the assets as the browser asks for it, with a slash at the end."""
    return f"/assets/{assets_version()}/"


async def serve_asset(request: Request) -> Response:
    """GET /assets/{version}/{name}: the asset, to be kept for ever; 404 for a name or version that is not."""
    asset = assets().get(request.path_params["name"])
    if asset is None or request.path_params["version"] != assets_version():
        return Response(status_code=404)
    return packed_response(asset.packed, asset.media_type)


def packed_response(packed: bytes, media_type: str) -> Response:
    """Answer with bytes that are gzip already and never change under this name."""
    headers = {"Content-Encoding": "gzip", "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    return Response(packed, media_type=media_type, headers=headers)


def _asset(name: str, content: bytes) -> Asset:
    return Asset(gzip.compress(content, 6, mtime=0), MEDIA_TYPES[Path(name).suffix])
