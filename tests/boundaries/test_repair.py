import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.boundaries.reading import Geometries
from dashboard.boundaries.repair import names, only_areas, repair
from dashboard.reference.communes import communes

ONE, TWO, THREE = (commune.code for commune in communes()[:3])
SQUARE, ISLAND = shapely.box(105, 20, 105.1, 20.1), shapely.box(105.2, 20, 105.21, 20.01)
BOW_TIE = shapely.Polygon([(105, 20), (105.1, 20.1), (105.1, 20), (105, 20.1)])
LINE = shapely.LineString([(105, 20), (106, 21)])


def array(*geometries: object) -> Geometries:
    found = np.empty(len(geometries), dtype=object)
    found[:] = geometries
    return found


def rules(*rows: tuple[str | None, object]) -> list[str]:
    codes, geometries = zip(*rows, strict=True)
    return [finding.rule for finding in repair(codes, array(*geometries)).findings]


def test_sound_areas_come_back_as_they_are_in_the_order_of_their_codes():
    found = repair((TWO, None, ONE), array(SQUARE, BOW_TIE, ISLAND))
    assert found.codes == (ONE, TWO)
    assert shapely.equals(found.polygons, [ISLAND, SQUARE]).all()
    assert found.findings == ()


def test_a_bow_tie_becomes_its_two_lobes_and_is_told():
    found = repair((ONE,), array(BOW_TIE))
    assert shapely.is_valid(found.polygons[0])
    assert found.polygons[0].area == pytest.approx(SQUARE.area / 2)
    assert [finding.rule for finding in found.findings] == ["layer_mended"]
    assert found.findings[0].value == ONE


def test_points_and_lines_beside_an_area_are_dropped():
    mixed = shapely.GeometryCollection([SQUARE, LINE, shapely.Point(105, 20), shapely.MultiPolygon([ISLAND])])
    assert shapely.equals(repair((ONE,), array(mixed)).polygons[0], shapely.union(SQUARE, ISLAND))


def test_parts_that_lie_apart_are_united_and_told():
    found = repair((ONE, TWO, ONE), array(SQUARE, SQUARE, ISLAND))
    assert found.polygons[0].area == pytest.approx(SQUARE.area + ISLAND.area)
    assert [finding.rule for finding in found.findings] == ["layer_parts_united"]


@pytest.mark.parametrize("other", [SQUARE, shapely.box(105.05, 20, 105.2, 20.1)])
def test_two_versions_of_one_commune_are_refused_by_name(other: shapely.Polygon):
    found = repair((ONE, TWO, ONE), array(SQUARE, SQUARE, other))
    assert found.codes == (TWO,)
    assert [finding.rule for finding in found.findings] == ["layer_doubled_commune"]
    assert communes()[0].name in found.findings[0].message


@pytest.mark.parametrize(
    "nothing",
    [None, shapely.Polygon(), LINE, shapely.Point(1, 2), shapely.Polygon([(0, 0), (1, 1), (2, 2), (0, 0)])],
)
def test_a_commune_without_an_area_is_an_error(nothing: object):
    assert rules((ONE, SQUARE), (TWO, nothing)) == ["layer_no_geometry"]


def test_coordinates_that_are_no_numbers_are_no_area():
    endless = shapely.transform(SQUARE, lambda points: points * [1, np.inf])
    assert rules((ONE, endless)) == ["layer_no_geometry"]


def test_long_lists_of_names_are_cut_short():
    codes = tuple(commune.code for commune in communes())
    assert names(codes[:2]) == f"{communes()[0].name}, {communes()[1].name}"
    assert names(codes).endswith("và 156 đơn vị khác")


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=4, max_size=12))
def test_any_ring_becomes_valid_areas_or_nothing(points: list[tuple[int, int]]):
    found = only_areas(array(shapely.Polygon(points)))
    assert shapely.is_valid(found).all()
    assert np.isin(shapely.get_type_id(found), (3, 6)).all()
    assert shapely.area(found).sum() <= shapely.MultiPoint(points).convex_hull.area + 1e-9
