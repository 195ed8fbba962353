import geopandas as gpd
import numpy as np
import pytest
import shapely
from pyproj import Geod

from dashboard.boundaries.finding import Severity
from dashboard.boundaries.placement import area_km2, doubts, median_shift_m, offsets_m
from dashboard.boundaries.reading import Geometries
from dashboard.reference.communes import communes

CODES = tuple(commune.code for commune in communes())


def polygons_of(layer: gpd.GeoDataFrame) -> Geometries:
    return np.asarray(layer.geometry.values, dtype=object)


def moved(polygons: Geometries, east_degrees: float, north_degrees: float) -> Geometries:
    return np.asarray(
        shapely.transform(polygons, lambda points: points + np.array([east_degrees, north_degrees]))
    )


def test_areas_are_those_on_the_ellipsoid(layer: gpd.GeoDataFrame):
    polygons = polygons_of(layer)[:10]
    geodesic = [abs(Geod(ellps="WGS84").geometry_area_perimeter(polygon)[0]) / 1e6 for polygon in polygons]
    assert area_km2(polygons) == pytest.approx(geodesic, rel=1e-4)


def test_a_layer_of_the_communes_of_today_raises_no_doubt(layer: gpd.GeoDataFrame):
    assert doubts(CODES, polygons_of(layer)) == ()


def test_the_real_layer_lies_on_the_published_points(layer: gpd.GeoDataFrame):
    assert median_shift_m(CODES, polygons_of(layer)) < 40


def test_a_shift_is_measured_in_metres_east_and_north():
    points = np.array([shapely.Point(it.lon + 0.001, it.lat - 0.002) for it in communes()], dtype=object)
    east_m, north_m = np.median(offsets_m(CODES, points), axis=0)
    assert east_m == pytest.approx(111.32 * np.cos(np.radians(19.9)), rel=0.01)
    assert north_m == pytest.approx(-222.64)


def test_the_shift_of_a_wrong_datum_is_told(layer: gpd.GeoDataFrame):
    (finding,) = doubts(CODES, moved(polygons_of(layer), 0.0018, -0.0009))
    assert (finding.rule, finding.severity) == ("layer_shifted", Severity.WARNING)


def test_a_layer_of_another_place_is_refused(layer: gpd.GeoDataFrame):
    (finding,) = doubts(CODES, moved(polygons_of(layer), 0.5, 0))
    assert (finding.rule, finding.severity) == ("layer_misplaced", Severity.ERROR)


def test_codes_that_belong_to_other_areas_are_refused(layer: gpd.GeoDataFrame):
    (finding,) = doubts(CODES, np.roll(polygons_of(layer), 40))
    assert (finding.rule, finding.severity) == ("layer_misplaced", Severity.ERROR)


def test_units_of_before_july_2025_under_codes_of_today_are_refused(layer: gpd.GeoDataFrame):
    polygons = polygons_of(layer)
    third = [shapely.affinity.scale(polygon, 0.6, 0.6) for polygon in polygons]
    (finding,) = doubts(CODES, np.array(third, dtype=object))
    assert (finding.rule, finding.severity) == ("layer_other_units", Severity.ERROR)


def test_a_single_odd_area_is_a_warning_that_names_it(layer: gpd.GeoDataFrame):
    polygons = polygons_of(layer).copy()
    polygons[0] = shapely.affinity.scale(polygons[0], 0.7, 0.7)
    (finding,) = doubts(CODES, polygons)
    assert (finding.rule, finding.severity, finding.value) == ("layer_odd_area", Severity.WARNING, CODES[0])


def test_nothing_to_compare_is_infinitely_far():
    nothing = np.array([None, shapely.Polygon()], dtype=object)
    assert median_shift_m(("14758", "14797"), nothing) == float("inf")
    assert median_shift_m((None,), np.array([shapely.box(0, 0, 1, 1)])) == float("inf")
