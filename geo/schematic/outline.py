"""From a grid of owners to polygons that share smooth borders."""

import geopandas as gpd
import numpy as np
import shapely

from schematic.candidates import CELL_M, Grid
from schematic.published import METRIC_CRS

# Each point of a border moves towards the mean of its neighbours and a little back again (Taubin, "A signal
# processing approach to fair surface design", 1995): steps of the grid vanish and areas stay.
FORWARD, BACK, PASSES = 0.5, -0.52, 25
# Points that change the outline by less than a triangle of this side (metres) are left out.
SIMPLIFY_M = 90.0


def draw(owners: np.ndarray, grid: Grid, count: int) -> gpd.GeoDataFrame:
    """Return one polygon for each owner from 0 to `count` - 1 (column `owner`, METRIC_CRS), a valid coverage.

    Owners of `count` and above, and -1, are not drawn. Raises ValueError when an owner is not one polygon.
    """
    drawn = np.pad(np.where(owners < count, owners, -1), 1, constant_values=-1)
    corners, edges = _borders(drawn)
    points = _smooth(corners.astype(float), edges)
    x_m = grid.west_m + (points[:, 0] - 1) * CELL_M
    y_m = grid.south_m + (points[:, 1] - 1) * CELL_M
    lines = shapely.linestrings(np.column_stack([x_m, y_m])[edges])
    faces = np.array(shapely.get_parts(shapely.polygonize(lines)))
    owner = _owner_of(faces, drawn, grid)
    order = np.argsort(owner, kind="stable")[np.count_nonzero(owner < 0) :]
    if not np.array_equal(owner[order], np.arange(count)):
        msg = f"{len(order)} polygons for {count} communes"
        raise ValueError(msg)
    simplified = shapely.coverage_simplify(faces[order], SIMPLIFY_M)
    return gpd.GeoDataFrame({"owner": owner[order]}, geometry=simplified, crs=METRIC_CRS)


def _borders(drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the grid corners on a border (column, row) and the edges between them (pairs of positions)."""
    width = drawn.shape[1] + 1
    row, column = np.nonzero(drawn[:, 1:] != drawn[:, :-1])
    upright = np.column_stack([row * width + column + 1, (row + 1) * width + column + 1])
    row, column = np.nonzero(drawn[1:] != drawn[:-1])
    level = np.column_stack([(row + 1) * width + column, (row + 1) * width + column + 1])
    corners, edges = np.unique(np.r_[upright, level], return_inverse=True)
    return np.column_stack([corners % width, corners // width]), edges.reshape(-1, 2)


def _smooth(points: np.ndarray, edges: np.ndarray) -> np.ndarray:
    neighbours = np.bincount(edges.ravel(), minlength=len(points))[:, None]
    for _ in range(PASSES):
        for strength in (FORWARD, BACK):
            total = np.zeros_like(points)
            np.add.at(total, edges[:, 0], points[edges[:, 1]])
            np.add.at(total, edges[:, 1], points[edges[:, 0]])
            points = points + strength * (total / neighbours - points)
    return points


def _owner_of(faces: np.ndarray, drawn: np.ndarray, grid: Grid) -> np.ndarray:
    """Return the owner of the cell under a point inside each face."""
    inner = shapely.get_coordinates(shapely.point_on_surface(faces))
    column = ((inner[:, 0] - grid.west_m) / CELL_M).astype(int) + 1
    row = ((inner[:, 1] - grid.south_m) / CELL_M).astype(int) + 1
    owners: np.ndarray = drawn[row, column]
    return owners
