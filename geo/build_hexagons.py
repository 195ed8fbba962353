"""Give every commune a hexagon in its place. Run from the project: python geo/build_hexagons.py

The equal-area view: small wards count as much as large mountain communes (docs/decisions/0028). As many
hexagons as there are communes fill the province's outline in the schematic layer; who gets which is the
assignment with the least sum of squared distances, an optimal transport, so that what lies north, south or
beside stays there as far as there is room. The same data/communes.csv and geo/schematic.parquet give the
same file.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from scipy.optimize import linear_sum_assignment

HERE = Path(__file__).parent
COMMUNES_FILE = HERE.parent / "data" / "communes.csv"
TARGET_FILE = HERE / "hexagons.csv"
UTM = 32648  # WGS 84 / UTM zone 48N: metres, all of the province in one zone
SHIFTS = np.arange(0, 1, 0.25)  # of the grid, in hexagons
SIZES = np.linspace(0.94, 1.06, 49)  # of the one whose area is a commune's share

Points = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Grid:
    """Hexagons, a corner up: column and row (odd rows half a column to the right), centres in metres."""

    cells: npt.NDArray[np.int64]
    centres: Points


def main() -> None:
    """Build the table and write it."""
    codes, points = _communes()
    outline = gpd.read_parquet(HERE / "schematic.parquet").to_crs(UTM).union_all()
    grid, cell_of = assigned(points, outline)
    rows = sorted((code, *grid.cells[cell]) for code, cell in zip(codes, cell_of, strict=True))
    with TARGET_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "column", "row"])
        writer.writerows(rows)


def assigned(points: Points, outline: shapely.Geometry) -> tuple[Grid, npt.NDArray[np.int64]]:
    """Of all grids with a hexagon per point within the outline the one nearest to the points; who gets which.

    `points` (n, 2) and `outline` in metres. Raises ValueError where no grid has exactly n hexagons inside.
    """
    best = None
    for grid in _grids(len(points), outline):
        squares = ((points[:, None] - grid.centres[None]) ** 2).sum(axis=2)
        rows, cell_of = linear_sum_assignment(squares)
        cost = float(squares[rows, cell_of].sum())
        if best is None or cost < best[0]:
            best = (cost, grid, cell_of)
    if best is None:
        raise ValueError(f"no grid has {len(points)} hexagons within the outline")
    return best[1], best[2]


def _grids(count: int, outline: shapely.Geometry) -> Iterator[Grid]:
    fitting = np.sqrt(outline.area / count / (1.5 * np.sqrt(3)))
    for size, right, down in product(fitting * SIZES, SHIFTS, SHIFTS):
        grid = _grid(size, (right, down), outline)
        if len(grid.cells) == count:
            yield grid


def _grid(size: float, shift: tuple[float, float], outline: shapely.Geometry) -> Grid:
    """Hexagons of `size` (centre to corner) with their centre within the outline, from its north-west."""
    west, south, east, north = outline.bounds
    across, down = np.sqrt(3) * size, 1.5 * size
    row, column = (
        each.ravel()
        for each in np.mgrid[: int((north - south) / down) + 2, : int((east - west) / across) + 2]
    )
    centres = np.c_[west + (column + shift[0] + (row % 2) / 2) * across, north - (row + shift[1]) * down]
    is_inside = shapely.contains_xy(outline, centres)
    return Grid(np.c_[column, row][is_inside], centres[is_inside])


def _communes() -> tuple[list[str], Points]:
    with COMMUNES_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lon, lat = ([float(row[name]) for row in rows] for name in ("lon", "lat"))
    places = gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs="EPSG:4326").to_crs(UTM)
    return [row["code"] for row in rows], np.c_[places.x, places.y]


if __name__ == "__main__":
    main()
