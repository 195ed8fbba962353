import geopandas as gpd
import numpy as np
import pytest
import shapely

from dashboard.boundaries import coverage
from dashboard.boundaries.coverage import (
    MAX_AREA_ERROR_PCT,
    VERTEX_BUDGET,
    Drawing,
    NotACoverageError,
    area_errors_pct,
    area_findings,
    clean,
    draw,
)
from dashboard.boundaries.finding import Severity
from dashboard.boundaries.reading import Geometries

METRE = 1 / 111_320  # of latitude, in degrees


def polygons_of(layer: gpd.GeoDataFrame) -> Geometries:
    return np.asarray(layer.geometry.values, dtype=object)


def as_digitised(squares: Geometries, metres: float) -> Geometries:
    """Each square drawn by somebody else: borders up to `metres` off, half overlapping, half leaving gaps."""
    chance = np.random.default_rng(7)
    dense = shapely.segmentize(squares, 0.01)
    return np.asarray(
        [
            shapely.transform(
                it, lambda points: _closed(points + chance.normal(0, metres * METRE / 2, points.shape))
            )
            for it in dense
        ]
    )


def _closed(points: np.ndarray) -> np.ndarray:
    points[-1] = points[0]
    return points


def holes_of(polygons: Geometries) -> int:
    return int(shapely.get_num_interior_rings(shapely.get_parts(shapely.union_all(polygons))).sum())


@pytest.mark.parametrize("metres", [0.01, 1, 20])
def test_slivers_and_overlaps_become_one_valid_coverage(chequerboard: Geometries, metres: float):
    dirty = as_digitised(chequerboard, metres)
    assert not shapely.coverage_is_valid(dirty)
    cleaned = clean(dirty)
    assert shapely.coverage_is_valid(cleaned)
    assert holes_of(cleaned) == 0
    assert area_errors_pct(cleaned, chequerboard).max() < 1


def test_a_lake_stays_open(chequerboard: Geometries):
    assert holes_of(clean(np.delete(chequerboard, 5))) == 1


def test_a_sound_coverage_is_left_as_it_is(chequerboard: Geometries):
    assert shapely.equals(clean(chequerboard), chequerboard).all()


def test_a_polygon_that_vanishes_below_another_is_no_coverage(chequerboard: Geometries):
    inside = shapely.box(105.02, 19.52, 105.03, 19.53)
    with pytest.raises(NotACoverageError):
        clean(np.append(chequerboard, inside))


def test_the_layer_becomes_a_valid_coverage_with_its_areas_kept(layer: gpd.GeoDataFrame):
    source = polygons_of(layer)
    cleaned = clean(source)
    assert shapely.coverage_is_valid(cleaned)
    assert area_errors_pct(cleaned, source).max() < 0.1


def test_the_drawing_of_the_layer_keeps_to_every_promise(layer: gpd.GeoDataFrame):
    source = polygons_of(layer)
    drawing = draw(clean(source), source)
    assert drawing.vertex_count <= VERTEX_BUDGET
    assert shapely.coverage_is_valid(drawing.cells)
    assert shapely.is_valid(drawing.cells).all()
    assert area_errors_pct(drawing.polygons, source).max() <= MAX_AREA_ERROR_PCT
    assert drawing.area_error_pct == area_errors_pct(drawing.polygons, source).max()


def test_exteriors_run_clockwise_and_holes_the_other_way(layer: gpd.GeoDataFrame):
    parts = shapely.get_parts(draw(clean(polygons_of(layer)), polygons_of(layer)).cells)
    assert not shapely.is_ccw(shapely.get_exterior_ring(parts)).any()
    assert all(shapely.is_ccw(hole) for part in parts for hole in part.interiors)


def test_a_budget_too_small_gives_way_to_the_areas(schematic: gpd.GeoDataFrame):
    source = polygons_of(schematic)
    drawing = draw(clean(source), source, vertex_budget=1_000)
    assert drawing.vertex_count > 1_000
    assert drawing.area_error_pct <= MAX_AREA_ERROR_PCT


def test_few_vertices_are_not_simplified(chequerboard: Geometries):
    drawing = draw(chequerboard, chequerboard)
    assert drawing.vertex_count == 5 * len(chequerboard)
    assert shapely.equals_exact(
        shapely.normalize(drawing.polygons), shapely.normalize(chequerboard), 1e-9
    ).all()


def test_cells_are_whole_numbers_on_the_grid(schematic: gpd.GeoDataFrame):
    drawing = draw(clean(polygons_of(schematic)), polygons_of(schematic))
    coordinates = shapely.get_coordinates(drawing.cells)
    assert (coordinates == np.round(coordinates)).all()
    assert coordinates.min() >= 0


def test_a_grid_that_would_break_the_coverage_gives_way_to_a_finer_one():
    narrow = np.array([shapely.box(105, 20, 105.1, 20.1), shapely.box(105.1, 20, 105.1 + 3e-6, 20.1)])
    drawing = draw(narrow, narrow)
    assert drawing.grid_degrees < coverage.GRIDS_DEGREES[0]
    assert shapely.coverage_is_valid(drawing.cells)


def test_what_no_grid_can_hold_is_no_coverage():
    thread = np.array([shapely.box(105, 20, 105.1, 20.1), shapely.box(105.1, 20, 105.1 + 1e-9, 20.1)])
    with pytest.raises(NotACoverageError):
        draw(thread, thread)


def test_moved_areas_are_told_by_how_much():
    errors = np.array([0.2, 3.0, 0.0])
    (warning,) = area_findings(("14758", "14797", "14812"), errors)
    assert (warning.severity, warning.value) == (Severity.WARNING, "14797")
    (error,) = area_findings(("14758", "14797", "14812"), errors * 10)
    assert (error.severity, error.value) == (Severity.ERROR, "14797")
    assert area_findings(("14758",), np.array([0.9])) == ()


def test_degrees_are_origin_plus_cells_times_the_grid():
    cells = np.array([shapely.box(0, 0, 10, 20)])
    drawing = Drawing(cells, (105.0, 20.0), 1e-5, 0.0)
    assert shapely.bounds(drawing.polygons)[0] == pytest.approx([105, 20, 105.0001, 20.0002])
