"""polygons.js where it runs: in a browser, with plotly, which paints a wrongly turned ring inside out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import plotly
import pytest
import shapely
from playwright.sync_api import Browser, Page

import dashboard.boundaries as boundaries_package
from dashboard.boundaries.coverage import Drawing, clean, draw
from dashboard.boundaries.topology import encode

pytestmark = pytest.mark.browser

MODULE = Path(boundaries_package.__file__).with_name("polygons.js")
PLOTLY_JS = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
HOST = "http://board.test"
EMPTY_TOPOLOGY = json.dumps({"type": "Topology", "objects": {}, "arcs": []})

DRAW = """
async topology => {
  const { decode } = await import('/polygons.js');
  const geojson = decode(topology);
  const div = document.body.appendChild(document.createElement('div'));
  const [west, south, east, north] = topology.bbox;
  await Plotly.newPlot(div, [{ type: 'choropleth', geojson, locations: geojson.features.map(it => it.id),
    z: geojson.features.map(() => 1), showscale: false }],
    { width: 900, height: 800, margin: { l: 0, r: 0, t: 0, b: 0 },
      geo: { visible: false, projection: { type: 'mercator' },
        lonaxis: { range: [west, east] }, lataxis: { range: [south, north] } } },
    { topojsonURL: '/' });
  const paths = [...div.querySelectorAll('path.choroplethlocation')];
  const painted = geojson.features.map((_, at) => paths[at].getBBox());
  return painted.map(({ x, y, width, height }) => [x, y, x + width, y + height]);
}
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a host that serves the module, plotly and nothing else."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    answers = {
        "/": ("text/html", "<!doctype html><title>board</title><script src='/plotly.js'></script>"),
        "/polygons.js": ("text/javascript", MODULE.read_text(encoding="utf-8")),
        "/plotly.js": ("text/javascript", PLOTLY_JS.read_text(encoding="utf-8")),
    }

    def answer(route: Any) -> None:
        kind, body = answers.get(route.request.url.removeprefix(HOST), ("application/json", EMPTY_TOPOLOGY))
        route.fulfill(content_type=kind, body=body)

    opened = context.new_page()
    opened.route("**/*", answer)
    opened.goto(f"{HOST}/")
    yield opened
    context.close()


def decoded(page: Page, topology: dict[str, Any], name: str = "communes") -> dict[str, Any]:
    script = "async ([topology, name]) => (await import('/polygons.js')).decode(topology, name)"
    return page.evaluate(script, [topology, name])


def drawing_of(layer: gpd.GeoDataFrame) -> Drawing:
    source = np.asarray(layer.geometry.values, dtype=object)
    return draw(clean(source), source)


def topology_of(drawing: Drawing, codes: list[str]) -> dict[str, Any]:
    return encode(drawing, codes, [{"name": code} for code in codes])


def test_the_browser_sees_the_polygons_that_were_published(page: Page, layer: gpd.GeoDataFrame):
    drawing = drawing_of(layer)
    collection = decoded(page, topology_of(drawing, layer["code"].tolist()))
    assert [feature["id"] for feature in collection["features"]] == layer["code"].tolist()
    found = np.array([shapely.geometry.shape(feature["geometry"]) for feature in collection["features"]])
    assert shapely.equals_exact(shapely.normalize(found), shapely.normalize(drawing.polygons), 1e-9).all()
    assert collection["features"][0]["properties"] == {"name": "14758"}


def test_an_enclave_and_the_hole_around_it_share_their_border(page: Page):
    hole = shapely.box(1, 1, 2, 2)
    around = shapely.orient_polygons(shapely.difference(shapely.box(0, 0, 3, 3), hole), exterior_cw=True)
    cells = np.array([around, shapely.orient_polygons(hole, exterior_cw=True)])
    topology = topology_of(Drawing(cells, (105.0, 20.0), 0.5, 0.0), ["a", "b"])
    assert len(topology["arcs"]) == 2
    first, second = decoded(page, topology)["features"]
    assert len(first["geometry"]["coordinates"]) == 2
    assert sorted(first["geometry"]["coordinates"][1]) == sorted(second["geometry"]["coordinates"][0])


def test_the_outline_of_the_province_can_be_had_by_name(page: Page, schematic: gpd.GeoDataFrame):
    drawing = drawing_of(schematic)
    topology = topology_of(drawing, schematic["code"].tolist())
    (outline,) = decoded(page, topology, "province")["features"]
    assert shapely.geometry.shape(outline["geometry"]).area == pytest.approx(
        shapely.area(drawing.polygons).sum()
    )


def test_plotly_paints_every_commune_in_its_place_and_none_inside_out(page: Page, layer: gpd.GeoDataFrame):
    drawing = drawing_of(layer)
    topology = topology_of(drawing, layer["code"].tolist())
    painted = np.array(page.evaluate(DRAW, topology))
    west, _, east, _ = shapely.total_bounds(drawing.polygons)
    expected = shapely.bounds(drawing.polygons)
    pixels_per_degree = (painted[:, 2].max() - painted[:, 0].min()) / (east - west)
    lefts = painted[:, 0].min() + (expected[:, 0] - west) * pixels_per_degree
    assert painted[:, 0] == pytest.approx(lefts, abs=1)
    widths = (expected[:, 2] - expected[:, 0]) * pixels_per_degree
    assert painted[:, 2] - painted[:, 0] == pytest.approx(widths, abs=1)
    fallen = expected[:, 1].argsort()
    assert (np.diff(painted[fallen, 3]) <= 1).all()
