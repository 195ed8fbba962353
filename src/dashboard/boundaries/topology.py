"""A coverage as TopoJSON: each border once, as differences between points of a grid.

Format: the TopoJSON Format Specification, version 1.0.0: an arc is a list of [dx, dy] from the point before,
~i stands for arc i backwards, and lon, lat = translate + scale * (sum of differences).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from dashboard.boundaries.coverage import Drawing
from dashboard.boundaries.layers import DEGREE_DIGITS
from dashboard.boundaries.reading import Geometries

Ring: TypeAlias = NDArray[np.int64]  # numbers of points in order; a closed arc repeats its first at the end
Properties: TypeAlias = Mapping[str, Any]


def encode(drawing: Drawing, codes: Sequence[str], properties: Sequence[Properties]) -> dict[str, Any]:
    """TopoJSON with the objects `communes` (one geometry per code, in order) and `province` (their outline).

    `codes` become the geometries' ids. Every ring keeps its direction (exteriors clockwise).
    """
    outline = shapely.orient_polygons(shapely.coverage_union_all(drawing.cells), exterior_cw=True)
    shapes = [*drawing.cells, outline]
    points, rings = _numbered_rings(shapes)
    arcs, arcs_of_rings = cut_into_arcs(rings)
    geometries = [
        _geometry(shape, arcs_of_rings) for shape, arcs_of_rings in _by_shape(shapes, arcs_of_rings)
    ]
    described = zip(geometries, codes, properties, strict=False)
    communes = [geometry | {"id": code, "properties": dict(about)} for geometry, code, about in described]
    return {
        "type": "Topology",
        "bbox": _degrees(shapely.total_bounds(drawing.polygons)),
        "transform": {"scale": [drawing.grid_degrees] * 2, "translate": _degrees(drawing.origin)},
        "objects": {
            "communes": {"type": "GeometryCollection", "geometries": communes},
            "province": {"type": "GeometryCollection", "geometries": geometries[-1:]},
        },
        "arcs": [_differences(points[arc]) for arc in arcs],
    }


def cut_into_arcs(rings: Sequence[Ring]) -> tuple[list[Ring], list[list[int]]]:
    """Borders that rings share, each once, and for every ring the arcs it runs along (~i: arc i backwards).

    `rings` are numbers of points, the first not repeated. A ring is cut wherever its surroundings change: at
    points with other than two neighbours. One that is never cut begins at its least point, on both its sides.
    """
    joints = _joints(rings)
    number_of: dict[tuple[int, int], int] = {}  # by first edge: no two arcs share one in the same direction
    arcs: list[Ring] = []
    along: list[list[int]] = []
    for ring in rings:
        along.append([])
        for arc in _pieces(ring, joints):
            first, last_backwards = (int(arc[0]), int(arc[1])), (int(arc[-1]), int(arc[-2]))
            if last_backwards in number_of and first not in number_of:
                along[-1].append(~number_of[last_backwards])
                continue
            if first not in number_of:
                number_of[first] = len(arcs)
                arcs.append(arc)
            along[-1].append(number_of[first])
    return arcs, along


def _joints(rings: Sequence[Ring]) -> frozenset[int]:
    neighbours: dict[int, set[int]] = defaultdict(set)
    for ring in rings:
        for one, other in zip(ring.tolist(), np.roll(ring, -1).tolist(), strict=True):
            neighbours[one].add(other)
            neighbours[other].add(one)
    return frozenset(point for point, others in neighbours.items() if len(others) != 2)


def _pieces(ring: Ring, joints: frozenset[int]) -> Iterator[Ring]:
    cuts = [at for at, point in enumerate(ring.tolist()) if point in joints] or [int(np.argmin(ring))]
    turned = np.roll(ring, -cuts[0])
    closed = np.append(turned, turned[0])
    ends = [*(cut - cuts[0] for cut in cuts), len(ring)]
    for start, end in pairwise(ends):
        yield closed[start : end + 1]


def _numbered_rings(shapes: Sequence[shapely.Geometry]) -> tuple[NDArray[np.int64], list[Ring]]:
    """All points of the shapes, each once, and their rings as numbers of points."""
    rings = shapely.get_rings(shapely.get_parts(np.array(shapes, dtype=object)))
    coordinates, ring_of = shapely.get_coordinates(rings, return_index=True)
    points, numbers = np.unique(coordinates.astype(np.int64), axis=0, return_inverse=True)
    starts = np.flatnonzero(np.diff(ring_of)) + 1
    return points, [ring[:-1] for ring in np.split(numbers.reshape(-1), starts)]


def _by_shape(
    shapes: Sequence[shapely.Geometry], arcs_of_rings: Sequence[list[int]]
) -> Iterator[tuple[shapely.Geometry, Iterator[list[int]]]]:
    counts = [len(shapely.get_rings(shapely.get_parts(shape))) for shape in shapes]
    ends = np.cumsum(counts).tolist()
    for shape, count, end in zip(shapes, counts, ends, strict=True):
        yield shape, iter(arcs_of_rings[end - count : end])


def _geometry(shape: shapely.Geometry, arcs_of_rings: Iterator[list[int]]) -> dict[str, Any]:
    parts = [[next(arcs_of_rings) for _ in shapely.get_rings(part)] for part in shapely.get_parts(shape)]
    if len(parts) == 1:
        return {"type": "Polygon", "arcs": parts[0]}
    return {"type": "MultiPolygon", "arcs": parts}


def _differences(points: NDArray[np.int64]) -> list[list[int]]:
    return [points[0].tolist(), *np.diff(points, axis=0).tolist()]


def _degrees(values: Sequence[float] | NDArray[np.float64]) -> list[float]:
    return [round(float(value), DEGREE_DIGITS) for value in values]


def label_points(polygons: Geometries) -> list[tuple[float, float]]:
    """lon, lat where a name fits: in each polygon's largest part, farthest from its border."""
    largest = [max(shapely.get_parts(polygon), key=shapely.area) for polygon in polygons]
    radii = shapely.maximum_inscribed_circle(np.array(largest, dtype=object))
    centres = shapely.get_coordinates(radii)[::2]
    return [(round(float(lon), 4), round(float(lat), 4)) for lon, lat in centres]
