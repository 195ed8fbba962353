"""The best peer: a Dash app whose map stays in the browser and receives values only, through Patch().

Run: python -m bench.peers.dash_patch PORT (webgl | svg). "webgl" is plotly's MapLibre map, "svg" its geo
subplot, which ours uses too: the second shows what the drawing alone is worth.
"""

import json
import sys
from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output, Patch, dcc, html
from flask import Response

from bench.peers.figures import CENTRE, ZOOM, rates, read_figures, read_polygons

LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
EMPTY_TOPOLOGY = {
    "type": "Topology",
    "objects": {layer: {"type": "GeometryCollection", "geometries": []} for layer in LAYERS},
    "arcs": [],
    "transform": {"scale": [1, 1], "translate": [0, 0]},
}


def figure(codes: list[str], values: list[float], drawing: str) -> go.Figure:
    """The map with its first values; polygons come by URL."""
    shared: dict[str, Any] = {
        "geojson": "/communes.geojson",
        "locations": codes,
        "z": values,
        "zmin": 0,
        "zmax": 100,
    }
    if drawing == "svg":
        return go.Figure(go.Choropleth(**shared)).update_geos(
            visible=False,
            projection_type="mercator",
            lonaxis_range=[104.3, 106.2],
            lataxis_range=[19.2, 20.7],
        )
    map_ = {"style": "white-bg", "center": CENTRE, "zoom": ZOOM}
    return go.Figure(go.Choroplethmap(**shared)).update_layout(map=map_)


def make_app(drawing: str) -> Dash:
    """One slider of weeks over one map."""
    figures = read_figures()
    first = rates(figures, 1)
    chart = figure(first.commune_code.tolist(), first.verified_pct.tolist(), drawing)
    chart.update_layout(height=700, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    app = Dash(__name__)
    app.layout = html.Div(
        [
            dcc.Slider(1, 52, 1, value=1, id="week", marks=None, updatemode="drag"),
            dcc.Graph(figure=chart, id="map", config={"topojsonURL": "/topology/"}),
        ]
    )

    @app.callback(Output("map", "figure"), Input("week", "value"), prevent_initial_call=True)
    def show(week: int) -> Patch:
        """The week's values, and nothing else."""
        patch = Patch()
        patch["data"][0]["z"] = rates(figures, week).verified_pct.tolist()
        return patch

    serve_json(app, "/communes.geojson", read_polygons())
    serve_json(app, "/topology/world_110m.json", EMPTY_TOPOLOGY)
    return app


def serve_json(app: Dash, path: str, content: dict[str, Any]) -> None:
    """Answer GET `path` with `content`, packed once."""
    packed = json.dumps(content)
    app.server.add_url_rule(path, path, lambda: Response(packed, mimetype="application/json"))


if __name__ == "__main__":
    make_app(sys.argv[2]).run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
