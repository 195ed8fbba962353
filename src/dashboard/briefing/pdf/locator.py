"""Where a commune lies: the province's outline with the commune filled, from the layer in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import shapely
from shapely import Geometry

from dashboard.boundaries import Layer
from dashboard.briefing.pdf.drawing import FAINT, INK, Drawing, Point
from dashboard.figures.print_map.ground import Areas, ground_of
from dashboard.figures.print_map.sheet import Box

WIDTH, HEIGHT = 50.0, 43.0  # mm
FINE = 0.12  # mm that the outline may be off: half a line's width
LAND, HERE = "#E4E8EC", "#A72724"
RING_MM = 2.6  # radius around a commune's middle: the smallest is 1 mm across here


@dataclass(frozen=True)
class Locator:
    """The outline, and every commune's area, in mm from the upper left corner."""

    codes: tuple[str, ...]
    areas: Areas
    outline: Geometry
    note: str

    def drawing(self, code: str) -> Drawing:
        """The map of one commune."""
        drawing = Drawing(WIDTH, HEIGHT)
        for points in _rings(self.outline):
            drawing.area(points, LAND, FAINT, 0.12)
        area = self.areas[self.codes.index(code)]
        for points in _rings(area):
            drawing.area(points, HERE, INK, 0.1)
        middle = area.representative_point()
        ring = shapely.get_coordinates(middle.buffer(RING_MM, quad_segs=8))
        drawing.line([(float(x), float(y)) for x, y in ring], HERE, 0.25)
        drawing.words((WIDTH / 2, HEIGHT - 1.5), self.note, 6, anchor="center", fill=FAINT)
        return drawing


@lru_cache(maxsize=2)
def locator_of(layer: Layer) -> Locator:
    """The locator of a layer; kept, since all sheets share it."""
    ground = ground_of(layer, Box(0, 0, WIDTH, HEIGHT - 3))
    turned = shapely.transform(ground.areas, lambda points: points * [1, -1] + [0, HEIGHT - 3])
    simple = shapely.coverage_simplify(turned, FINE)
    note = "Sơ đồ, không phải địa giới hành chính" if layer.is_schematic else ""
    return Locator(ground.codes, simple, shapely.coverage_union_all(simple), note)


def _rings(area: Geometry) -> Iterator[list[Point]]:
    for part in shapely.get_parts(area):
        yield [(float(x), float(y)) for x, y in shapely.get_coordinates(part.exterior)[:-1]]
