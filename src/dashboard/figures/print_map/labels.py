"""Where labels stand: inside their areas where they fit, as a shorter one where not, never on one another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely import Geometry

from dashboard.figures.print_map.sheet import Box

Points = npt.NDArray[np.float64]
Size = tuple[float, float]  # width, height in mm

OVERHANG = 0.25  # mm that a label may reach over its area's edge: less than a letter's own clearance
APART = 0.3  # mm between labels
POINTS_ACROSS = 22  # candidates for the middle of a label, along the longer side of an area
RINGS = (1.5, 2.5, 4, 6, 9, 13)  # mm from its area that a label may move when there is no room inside


@dataclass(frozen=True)
class Placed:
    """A label: which of its area's sizes was taken, its rectangle, and the point it is led to or None."""

    choice: int
    box: Box
    leads_to: tuple[float, float] | None = None


def place_labels(
    areas: Sequence[Geometry], sizes: Sequence[Sequence[Size]], frame: Box, kept_free: Sequence[Box] = ()
) -> list[Placed]:
    """A place for a label in each area; `sizes` of an area go from the one liked best to the smallest.

    A label lies inside its area (but for OVERHANG) in the first size that fits; where none fits, the smallest
    lies as far inside as it can without touching another, or beside the area, led to it. Labels keep within
    the frame, off what is kept free, and off one another, unless the frame is too full to hold them all.
    """
    taken = np.array([_edges(box) for box in kept_free]).reshape(-1, 4)
    found: dict[int, Placed] = {}
    for place in np.argsort([area.area for area in areas], kind="stable").tolist():
        placed = _inside(areas[place], sizes[place], taken, frame) or _near(
            areas[place], sizes[place], taken, frame
        )
        found[place] = placed
        taken = np.vstack((taken, [_edges(placed.box)]))
    return [found[place] for place in range(len(areas))]


def _inside(area: Geometry, sizes: Sequence[Size], taken: Points, frame: Box) -> Placed | None:
    """The first size with room inside the largest part of the area, where it is roomiest."""
    part = _largest_part(area)
    middles = _candidates(part)
    wide = shapely.buffer(part, OVERHANG, quad_segs=2)
    shapely.prepare(wide)
    for choice, (width, height) in enumerate(sizes):
        boxes = _boxes(middles, width, height)
        fits = shapely.contains(wide, shapely.box(*boxes.T))
        fits &= ~_touches(boxes, taken) & _is_within(boxes, frame)
        if fits.any():
            return Placed(choice, _box(boxes[int(np.argmax(fits))]))
    return None


def _near(area: Geometry, sizes: Sequence[Size], taken: Points, frame: Box) -> Placed:
    """The smallest size as near the area's middle as others and the frame allow."""
    part = _largest_part(area)
    width, height = sizes[-1]
    inner = _candidates(part)[:60]
    middle = inner[0]
    turns = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    around = np.column_stack((np.cos(turns), np.sin(turns)))
    middles = np.vstack((inner, *(middle + ring * around for ring in RINGS)))
    boxes = _boxes(middles, width, height)
    is_free = ~_touches(boxes, taken) & _is_within(boxes, frame)
    chosen = int(np.argmax(is_free))  # the first, the middle itself, where nothing is free
    leads_to = None if chosen < len(inner) else (float(middle[0]), float(middle[1]))
    return Placed(len(sizes) - 1, _box(boxes[chosen]), leads_to)


def _largest_part(area: Geometry) -> Geometry:
    parts = shapely.get_parts(area)
    return parts[int(np.argmax(shapely.area(parts)))]


def _candidates(part: Geometry) -> Points:
    """Points inside an area, those farthest from its edge first."""
    west, south, east, north = part.bounds
    step = max(east - west, north - south) / POINTS_ACROSS
    across, up = np.arange(west + step / 2, east, step), np.arange(south + step / 2, north, step)
    grid = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
    grid = np.vstack((grid, shapely.get_coordinates(part.representative_point())))
    shapely.prepare(part)
    grid = grid[shapely.contains_xy(part, grid[:, 0], grid[:, 1])]
    clearance = shapely.distance(part.boundary, shapely.points(grid))
    return np.asarray(grid[np.argsort(-clearance, kind="stable")])


def _boxes(middles: Points, width: float, height: float) -> Points:
    half = np.array([width, height]) / 2
    return np.hstack((middles - half, middles + half))


def _touches(boxes: Points, taken: Points) -> npt.NDArray[np.bool_]:
    """Which boxes come nearer than APART to one that is taken."""
    if not len(taken):
        return np.zeros(len(boxes), dtype=bool)
    ours, theirs = boxes[:, np.newaxis, :], taken[np.newaxis, :, :]
    is_left_or_below = (ours[..., 2:] + APART <= theirs[..., :2]).any(axis=-1)
    is_right_or_above = (theirs[..., 2:] + APART <= ours[..., :2]).any(axis=-1)
    is_apart = np.asarray(is_left_or_below | is_right_or_above)
    return np.asarray(~is_apart.all(axis=1))


def _is_within(boxes: Points, frame: Box) -> npt.NDArray[np.bool_]:
    low, high = np.array([frame.left, frame.bottom]), np.array([frame.right, frame.top])
    return np.asarray((boxes[:, :2] >= low).all(axis=1) & (boxes[:, 2:] <= high).all(axis=1))


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top


def _box(edges: Points) -> Box:
    west, south, east, north = map(float, edges)
    return Box(west, south, east - west, north - south)
