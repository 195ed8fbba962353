"""The communes' areas on a sheet: projected, put into the frame of the map, with an inset where it is dense.

VN-2000 / UTM zone 48N (EPSG:3405): the system that Circular 973/2001/TT-TCĐC gives maps from 1:25.000 to
1:500.000; its meridian of 105° runs through the province, so that scale and north are true to a thousandth.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely import Polygon

from dashboard.boundaries import Layer
from dashboard.figures.print_map.sheet import Box

Areas = npt.NDArray[Any]  # of shapely geometries, in the order of the layer's codes

PRINT_CRS, PRINT_CRS_NAME = 3405, "VN-2000, UTM múi 48"
HAC_THANH = "14797"  # the ward that the dense wards lie around
FINEST_MM = 0.06  # what a printer at 300 dpi and an eye tell apart is more
PADDING = 3.0  # mm between the frame of the map and the province
CLEAR = 1.5  # mm between the province and what stands in its corners
SCALE_STEP = 10_000  # scales are told as 1:1.000.000, not as 1:997.312
SHAPES = (1.35, 1.15, 1.0, 0.85, 0.7)  # width to height of what may stand in a corner
MAGNIFIED = 2.4  # how much larger the inset is: the smallest ward, 4 mm across on A4, then holds its name
SQUARES_MM = 3.6  # inside the frame for the letters and numbers of its squares
SMALLEST_INSET = 25.0  # mm; below that it would hold no more than two wards
REACH_M = 22_000  # how far from Hạc Thành the middle of the inset may lie
MOSTLY = 0.6  # of a commune inside the inset, for it to be named there


@dataclass(frozen=True)
class Inset:
    """A part of the map drawn larger: what it shows, where it stands, and the areas as they lie there."""

    window: Box
    place: Box
    magnified: float
    areas: Areas
    shows: npt.NDArray[np.bool_]  # communes that are named in the inset and not on the map


@dataclass(frozen=True)
class Ground:
    """A layer in the frame of a map: areas in mm, the scale's number, the inset, and a free corner.

    `corner` is where scale bar and north arrow stand.
    """

    codes: tuple[str, ...]
    areas: Areas
    scale: int
    inset: Inset | None
    corner: Box


@lru_cache(maxsize=8)
def ground_of(layer: Layer, frame: Box) -> Ground:
    """The layer in a frame. Kept, since it takes a good part of a map's time and changes with the layer."""
    areas = _projected(layer.coverage_path, layer.codes)
    inner = frame.shrunk(PADDING)
    west, south, east, north = shapely.total_bounds(areas)
    least = max((east - west) / inner.width, (north - south) / inner.height) * 1000
    scale = int(np.ceil(least / SCALE_STEP)) * SCALE_STEP
    mm = 1000 / scale
    drawn = shapely.transform(areas, lambda points: (points - (west, south)) * mm)
    fine = np.asarray(shapely.coverage_simplify(drawn, FINEST_MM), dtype=object)
    ways = _ways_to_lie(inner, ((east - west) * mm, (north - south) * mm))
    placed = max((_moved(fine, way) for way in ways), key=lambda areas: _size(_corners(areas, frame)[0]))
    first, second, *_ = _corners(placed, frame)
    if min(first.width, first.height) < SMALLEST_INSET:
        return Ground(layer.codes, placed, scale, None, first)
    return Ground(layer.codes, placed, scale, _inset(placed, layer.codes, first, REACH_M * mm), second)


@lru_cache(maxsize=4)
def _projected(path: Path, codes: tuple[str, ...]) -> Areas:
    """The layer's areas in metres, at full detail."""
    table = gpd.read_parquet(path, columns=["commune_code", "geometry"]).set_index("commune_code")
    return np.asarray(table.loc[list(codes)].to_crs(PRINT_CRS).geometry.to_numpy(), dtype=object)


def _ways_to_lie(inner: Box, span: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Lower left corners of the province: left, middle and right by bottom, middle and top."""
    slack = inner.width - span[0], inner.height - span[1]
    for across, up in product((0, 0.5, 1), repeat=2):
        yield inner.left + across * slack[0], inner.bottom + up * slack[1]


def _moved(areas: Areas, way: tuple[float, float]) -> Areas:
    return np.asarray(shapely.transform(areas, lambda points: points + way), dtype=object)


def _size(box: Box) -> float:
    return box.width * box.height


def _corners(areas: Areas, frame: Box) -> list[Box]:
    """The largest rectangle in each corner of the frame that the province leaves free, largest first."""
    whole = shapely.buffer(shapely.simplify(shapely.coverage_union_all(areas), 0.4), CLEAR)
    shapely.prepare(whole)
    inside = frame.shrunk(SQUARES_MM)
    found = [
        max((_largest(whole, inside, corner, shape) for shape in SHAPES), key=_size)
        for corner in ((False, False), (False, True), (True, False), (True, True))
    ]
    return sorted(found, key=_size, reverse=True)


def _largest(whole: Polygon, frame: Box, corner: tuple[bool, bool], shape: float) -> Box:
    """The largest rectangle of a shape in a corner that does not touch the province."""
    widths = np.arange(4, frame.width * 0.6, 1.0)
    heights = widths / shape
    left = frame.right - widths if corner[0] else np.full_like(widths, frame.left)
    bottom = frame.top - heights if corner[1] else np.full_like(widths, frame.bottom)
    is_hit = shapely.intersects(whole, shapely.box(left, bottom, left + widths, bottom + heights))
    is_hit |= heights > frame.height
    last = (int(np.argmax(is_hit)) if is_hit.any() else len(widths)) - 1
    if last < 0:
        return Box(frame.left, frame.bottom, 0.1, 0.1)
    return Box(float(left[last]), float(bottom[last]), float(widths[last]), float(heights[last]))


def _inset(areas: Areas, codes: tuple[str, ...], place: Box, reach: float) -> Inset:
    """The part around Hạc Thành that holds the most whole communes, in a rectangle of the sheet."""
    size = place.width / MAGNIFIED, place.height / MAGNIFIED
    heart = areas[codes.index(HAC_THANH)]
    middles = np.array(list(product(np.linspace(-1, 1, 15), repeat=2))) * reach
    middles += [heart.centroid.x, heart.centroid.y]
    west, south = middles[:, 0] - size[0] / 2, middles[:, 1] - size[1] / 2
    windows = shapely.box(west, south, west + size[0], south + size[1])
    bounds = shapely.box(*shapely.bounds(areas).T)
    held = shapely.contains(windows[:, np.newaxis], bounds[np.newaxis, :])
    score = (
        held.sum(axis=1)
        + 100 * held[:, codes.index(HAC_THANH)]
        - 0.001 * np.hypot(*(middles - middles[112]).T)
    )
    best = int(np.argmax(score))
    window = Box(float(west[best]), float(south[best]), *size)
    inside = shapely.area(shapely.intersection(areas, windows[best])) / shapely.area(areas)
    larger = shapely.transform(
        areas, lambda points: (points - [window.left, window.bottom]) * MAGNIFIED + [place.left, place.bottom]
    )
    cut = shapely.intersection(larger, shapely.box(place.left, place.bottom, place.right, place.top))
    return Inset(window, place, MAGNIFIED, np.asarray(cut, dtype=object), inside >= MOSTLY)
