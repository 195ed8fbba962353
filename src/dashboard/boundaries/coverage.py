"""From areas to one valid coverage, and the same coverage with fewer vertices for the browser."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from dashboard.boundaries.finding import LayerFinding, Severity
from dashboard.boundaries.placement import KM_PER_DEGREE, area_km2
from dashboard.boundaries.reading import Geometries
from dashboard.boundaries.repair import names

# No two communes are parted by a strip as narrow as this; it is digitising noise, and goes to the neighbour
# with the longer common border. In the real layer the gaps are under a metre.
GAP_KM = 0.05
# Parts as small as this are left over by digitising and by cleaning; the smallest real islet has 0.011 km².
SPECK_KM2 = 0.001
MAX_AREA_ERROR_PCT = 1.0  # the order for this layer: areas within 1 % of the source
HOPELESS_AREA_ERROR_PCT = 10.0  # neighbours overlap by so much that the file contradicts itself

# A browser repaints 15,000 vertices of SVG in 40 ms; at 14,000 the real layer is right to 0.8 %.
VERTEX_BUDGET = 14_000
FIRST_TOLERANCE_KM = 0.15  # takes the real layer to 15,000 vertices
SEARCH_STEPS = 8
QUANTISING_ROOM_PCT = 0.05  # of area error, left for rounding to the grid
# 2e-5 degrees are 2 m: a third of a pixel when the province is zoomed in twentyfold on a wide screen.
GRIDS_DEGREES = (2e-5, 1e-5, 5e-6, 1e-6, 1e-7)


@dataclass(frozen=True)
class Drawing:
    """A simplified coverage on a grid: `cells` has whole numbers for coordinates, (0, 0) is `origin`.

    lon, lat (EPSG:4326) = origin + cell * grid_degrees. `area_error_pct` is the largest of any polygon.
    """

    cells: Geometries
    origin: tuple[float, float]
    grid_degrees: float
    area_error_pct: float

    @property
    def vertex_count(self) -> int:
        """Coordinates of all rings, shared borders counted from both sides, as a renderer sees them."""
        return int(shapely.get_num_coordinates(self.cells).sum())

    @property
    def polygons(self) -> Geometries:
        """The cells in degrees, EPSG:4326."""
        return np.asarray(shapely.transform(self.cells, lambda xy: self.origin + xy * self.grid_degrees))


class NotACoverageError(Exception):
    """Polygons that no grid makes a valid coverage of."""


def clean(polygons: Geometries) -> Geometries:
    """Polygons as one valid coverage: neighbours get overlaps, narrow gaps, specks; common edges are one.

    `polygons` are valid areas in EPSG:4326. Lakes and other gaps wider than GAP_KM stay open.
    Raises NotACoverageError where GEOS finds no valid coverage, or a polygon would vanish.
    """
    gap_degrees = GAP_KM / KM_PER_DEGREE
    larger = _without_specks(np.asarray(shapely.coverage_clean(polygons, gap_width=gap_degrees)))
    cleaned = np.asarray(shapely.coverage_clean(larger, gap_width=gap_degrees))  # fills where specks were
    if not shapely.coverage_is_valid(cleaned) or shapely.is_empty(cleaned).any():
        raise NotACoverageError
    return cleaned


def _without_specks(polygons: Geometries) -> Geometries:
    """Polygons without their parts below SPECK_KM2, unless that is all they have."""
    return np.array([_without_specks_of(polygon) for polygon in polygons], dtype=object)


def _without_specks_of(polygon: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(polygon)
    kept = parts[area_km2(parts) >= SPECK_KM2]
    return shapely.multipolygons(kept) if 0 < len(kept) < len(parts) else polygon


def area_errors_pct(polygons: Geometries, source: Geometries) -> NDArray[np.float64]:
    """How far each area is from its source, in per cent of the source; both in EPSG:4326."""
    return np.asarray(np.abs(area_km2(polygons) / area_km2(source) - 1) * 100)


def area_findings(codes: tuple[str, ...], errors_pct: NDArray[np.float64]) -> tuple[LayerFinding, ...]:
    """What cleaning moved: a warning beyond MAX_AREA_ERROR_PCT, an error beyond HOPELESS_AREA_ERROR_PCT."""
    hopeless = tuple(np.array(codes)[errors_pct > HOPELESS_AREA_ERROR_PCT])
    if hopeless:
        return (_contradicting_neighbours(hopeless),)
    moved = tuple(np.array(codes)[errors_pct > MAX_AREA_ERROR_PCT])
    return (_overlapping(moved),) if moved else ()


def draw(coverage: Geometries, source: Geometries, vertex_budget: int = VERTEX_BUDGET) -> Drawing:
    """A coverage for the browser: simplified as a whole, then rounded to a grid that keeps it valid.

    About `vertex_budget` vertices; more where simplifying so far would bring an area MAX_AREA_ERROR_PCT off
    that of `source`. Shells run clockwise, holes anticlockwise, as d3-geo (and plotly with it) wants them.
    Raises NotACoverageError where no grid of GRIDS_DEGREES keeps the coverage valid.
    """
    room_pct = MAX_AREA_ERROR_PCT - QUANTISING_ROOM_PCT
    allowed_pct = np.maximum(room_pct, area_errors_pct(coverage, source) + room_pct / 2)
    simple = _simplified(coverage, vertex_budget, FIRST_TOLERANCE_KM / KM_PER_DEGREE)
    tolerance_degrees = simple[1]
    while (area_errors_pct(simple[0], source) > allowed_pct).any():
        tolerance_degrees *= 0.8
        simple = (np.asarray(shapely.coverage_simplify(coverage, tolerance_degrees)), tolerance_degrees)
    return _on_grid(simple[0], source)


def _simplified(
    coverage: Geometries, vertex_budget: int, tolerance_degrees: float
) -> tuple[Geometries, float]:
    """The coverage just below the budget, and the tolerance that brings it there (0 where it is already)."""
    if shapely.get_num_coordinates(coverage).sum() <= vertex_budget:
        return coverage, 0.0
    for _ in range(SEARCH_STEPS):
        simple = np.asarray(shapely.coverage_simplify(coverage, tolerance_degrees))
        count = shapely.get_num_coordinates(simple).sum()
        if 0.97 * vertex_budget <= count <= vertex_budget:
            break
        # Vertices left go about as one over the tolerance (Visvalingam); aim at the middle of the window.
        tolerance_degrees *= count / (0.985 * vertex_budget)
    return simple, tolerance_degrees


def _on_grid(coverage: Geometries, source: Geometries) -> Drawing:
    west, south = shapely.total_bounds(coverage)[:2]
    for grid_degrees in GRIDS_DEGREES:
        origin = (np.floor(west / grid_degrees) * grid_degrees, np.floor(south / grid_degrees) * grid_degrees)
        cells = _rounded(coverage, origin, grid_degrees)
        if cells is not None:
            drawing = Drawing(cells, origin, grid_degrees, 0.0)
            error_pct = float(area_errors_pct(drawing.polygons, source).max())
            return Drawing(cells, origin, grid_degrees, error_pct)
    raise NotACoverageError


def _rounded(coverage: Geometries, origin: tuple[float, float], grid_degrees: float) -> Geometries | None:
    """The coverage in whole cells; None where rounding folds a ring or makes neighbours overlap."""
    cells = shapely.transform(coverage, lambda xy: np.round((xy - origin) / grid_degrees))
    if not shapely.is_valid(cells).all() or not shapely.coverage_is_valid(cells):
        return None
    # Both sides of a border lose the same repeated points, so it stays common.
    return np.asarray(shapely.orient_polygons(shapely.remove_repeated_points(cells), exterior_cw=True))


def _overlapping(codes: tuple[str, ...]) -> LayerFinding:
    return LayerFinding(
        "layer_overlaps",
        Severity.WARNING,
        f"Phần chồng lấn giữa các đơn vị đã được chia lại; diện tích thay đổi quá 1 % ở {names(codes)}.",
        ", ".join(codes),
        "Kiểm tra đường địa giới của các đơn vị này trong tệp gốc.",
    )


def _contradicting_neighbours(codes: tuple[str, ...]) -> LayerFinding:
    return LayerFinding(
        "layer_overlaps",
        Severity.ERROR,
        f"Các đơn vị chồng lấn lên nhau quá {HOPELESS_AREA_ERROR_PCT:.0f} % diện tích: {names(codes)}.",
        ", ".join(codes),
        "Sửa đường địa giới trong tệp gốc rồi nhập lại.",
    )


def not_a_coverage() -> LayerFinding:
    """The finding for a layer that NotACoverageError stopped."""
    return LayerFinding(
        "layer_not_a_coverage",
        Severity.ERROR,
        "Không sửa được lớp thành một lớp phủ liền: có đơn vị biến mất hoặc đường biên vẫn cắt nhau.",
        None,
        "Kiểm tra lớp bằng công cụ kiểm tra hình học (topology) của phần mềm bản đồ.",
    )
