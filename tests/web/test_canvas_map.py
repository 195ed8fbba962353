"""canvas_map.js where it runs: in a browser, on a layer of two squares and an island inside a lake."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from playwright.sync_api import Browser, Page

import dashboard.web as web_package
from dashboard.boundaries.coverage import Drawing
from dashboard.boundaries.topology import encode

pytestmark = pytest.mark.browser

HERE = Path(web_package.__file__).parent
HOST = "http://board.test"
MODULES = {
    "/atlas/canvas_map.js": HERE / "atlas" / "canvas_map.js",
    "/atlas/outlines.js": HERE / "atlas" / "outlines.js",
    "/frame.js": HERE / "board" / "frame.js",
}
WEST, EAST, LAKE = (105.5, 20.5), (107.5, 20.9), (106.9, 20.5)  # lon, lat; of the squares and the hole

DRAW = """
async topology => {
  const { CanvasMap } = await import('/atlas/canvas_map.js');
  const host = document.body.appendChild(document.createElement('div'));
  host.style.cssText = 'width:600px;height:400px';
  const told = window.told = { opened: [], hovered: [] };
  const map = window.map = new CanvasMap(host, {
    topology, bounds: topology.bbox,
    looks: { missing: { colour: '#dddddd', line: '#777777' }, partly: { inks: {} } },
    onOpen: code => told.opened.push(code), onHover: code => told.hovered.push(code) });
  map.paint(['#ff0000', '#0000ff', '#00ff00']);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""
COLOUR = """
([lon, lat]) => {
  const [x, y] = window.at(lon, lat), ratio = map.ratio;
  return [...map.layers[0].getContext('2d').getImageData(x * ratio, y * ratio, 1, 1).data].slice(0, 3);
}
"""
PLACE = """
window.at = (lon, lat) => {
  const y = -Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360));
  return [(lon * Math.PI / 180 - map.x) * map.scale + map.width / 2,
    (y - map.y) * map.scale + map.height / 2];
}
"""
NEXT_FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A map of three areas: west red, east blue with a lake, the island in the lake green."""
    context = browser.new_context(viewport={"width": 700, "height": 500})
    opened = context.new_page()

    def answer(route: Any) -> None:
        file = MODULES.get(route.request.url.removeprefix(HOST))
        body = file.read_text(encoding="utf-8") if file else "<!doctype html><title>board</title>"
        route.fulfill(content_type="text/javascript" if file else "text/html", body=body)

    opened.route("**/*", answer)
    opened.goto(f"{HOST}/")
    opened.evaluate(DRAW, topology())
    opened.evaluate(PLACE)
    yield opened
    context.close()


def topology() -> dict[str, Any]:
    """Squares of a degree; grid cells of a tenth."""
    lake, island = shapely.box(16, 3, 22, 7), shapely.box(18, 4, 20, 6)
    shapes = [shapely.box(0, 0, 10, 10), shapely.difference(shapely.box(10, 0, 30, 10), lake), island]
    cells = np.array([shapely.orient_polygons(shape, exterior_cw=True) for shape in shapes])
    codes = ["00001", "00002", "00003"]
    return encode(Drawing(cells, (105.0, 20.0), 0.1, 0.0), codes, [{"name": code} for code in codes])


def click(page: Page, place: tuple[float, float]) -> None:
    box = page.locator("div").bounding_box()
    assert box
    x, y = page.evaluate("place => at(...place)", list(place))
    page.mouse.click(box["x"] + x, box["y"] + y)


def test_every_area_has_its_colour_and_a_lake_has_none(page: Page):
    found = [page.evaluate(COLOUR, list(place)) for place in (WEST, EAST, LAKE)]
    assert found == [[255, 0, 0], [0, 0, 255], [0, 255, 0]]
    assert page.evaluate(COLOUR, [106.7, 20.5]) == [0, 0, 0]  # between shore and island: nothing painted


def test_a_click_opens_the_area_under_it_and_a_drag_opens_none(page: Page):
    for place in (WEST, LAKE, (106.7, 20.5)):
        click(page, place)
    assert page.evaluate("told.opened") == ["00001", "00003"]
    page.mouse.move(100, 200)
    page.mouse.down()
    page.mouse.move(160, 220)
    page.mouse.up()
    page.evaluate(NEXT_FRAME)
    assert page.evaluate("told.opened") == ["00001", "00003"]
    assert page.evaluate(COLOUR, list(WEST)) == [255, 0, 0]  # moved along


def test_zoom_keeps_the_place_under_the_pointer_and_goes_back_to_the_whole(page: Page):
    before = page.evaluate("[map.x, map.y, map.scale]")
    under = page.evaluate("map.under(50, 60)")
    page.evaluate("map.zoom(8, 50, 60)")
    page.evaluate(NEXT_FRAME)
    assert page.evaluate("map.under(50, 60)") == pytest.approx(under)
    assert page.evaluate("map.scale") == pytest.approx(8 * before[2])
    page.evaluate("map.whole()")
    assert page.evaluate("[map.x, map.y, map.scale]") == pytest.approx(before)


def test_a_change_paints_anew_and_the_picture_holds_both_canvases(page: Page):
    page.evaluate("map.paint(['#00ffff', '#0000ff', '#00ff00'])")
    assert page.evaluate(COLOUR, list(WEST)) == [0, 255, 255]
    drawn = page.evaluate("(({ drawn, width }) => [width, drawn.children.length])(map.drawing())")
    assert drawn == [600, 2]


def test_an_area_opened_from_elsewhere_comes_into_sight(page: Page):
    page.evaluate("map.zoom(30, 10, 200)")  # to the western end
    page.evaluate(NEXT_FRAME)
    page.evaluate("map.open('00003')")
    page.evaluate(NEXT_FRAME)
    x, y = page.evaluate("place => at(...place)", list(LAKE))
    assert (x, y) == pytest.approx((300, 200), abs=15)
    page.evaluate("map.whole()")
    before = page.evaluate("map.scale")
    page.evaluate("map.open(null)")
    page.evaluate("map.open('00003')")
    assert page.evaluate("map.scale") == before  # large enough to be seen: nothing moves


def test_an_area_too_small_to_be_seen_is_gone_up_to(page: Page):
    small = "map.outlines.areas[2].box"
    page.evaluate(
        f"{small} = [...{small}.slice(0, 2), {small}[0] + 5 / map.scale, {small}[1] + 5 / map.scale]"
    )
    before = page.evaluate("map.scale")
    page.evaluate("map.open('00003')")
    assert page.evaluate("map.scale") == pytest.approx(before * 90 / 5)
