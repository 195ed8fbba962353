import json
from itertools import groupby
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.boundaries.coverage import Drawing, clean, draw
from dashboard.boundaries.reading import Geometries
from dashboard.boundaries.topology import cut_into_arcs, encode, label_points

COUNTRIES = st.lists(st.integers(0, 4), min_size=36, max_size=36)


def read_back(topology: dict[str, Any], folder: Path, name: str) -> gpd.GeoDataFrame:
    """As GDAL's reader of TopoJSON, which knows nothing of ours, understands it."""
    (folder / "layer.topojson").write_text(json.dumps(topology))
    return pyogrio.read_dataframe(folder / "layer.topojson", layer=name)


def encoded(drawing: Drawing) -> dict[str, Any]:
    codes = [str(number) for number in range(len(drawing.cells))]
    return encode(drawing, codes, [{"name": f"n{code}"} for code in codes])


def mosaic(owners: list[int]) -> Drawing:
    """Six by six cells, each given to one of five owners: islands, enclaves and corners that touch."""
    cells = [shapely.box(at % 6, at // 6, at % 6 + 1, at // 6 + 1) for at in range(36)]
    pairs = sorted(zip(owners, cells, strict=True), key=lambda pair: pair[0])
    shapes = [
        shapely.union_all([cell for _, cell in group]) for _, group in groupby(pairs, lambda pair: pair[0])
    ]
    turned = shapely.orient_polygons(np.array(shapes, dtype=object), exterior_cw=True)
    return Drawing(turned, (105.0, 20.0), 0.5, 0.0)


def test_another_reader_sees_the_same_polygons_codes_and_names(layer: gpd.GeoDataFrame, tmp_path: Path):
    source = np.asarray(layer.geometry.values, dtype=object)
    drawing = draw(clean(source), source)
    frame = read_back(encoded(drawing), tmp_path, "communes")
    assert frame["id"].tolist() == [str(number) for number in range(len(layer))]
    assert frame["name"].tolist() == [f"n{number}" for number in range(len(layer))]
    same = shapely.equals_exact(
        shapely.normalize(frame.geometry.values), shapely.normalize(drawing.polygons), tolerance=1e-9
    )
    assert same.all()


@settings(deadline=None)
@given(COUNTRIES)
def test_any_coverage_survives_with_its_holes_and_parts(
    tmp_path_factory: pytest.TempPathFactory, owners: list[int]
):
    drawing = mosaic(owners)
    frame = read_back(encoded(drawing), tmp_path_factory.mktemp("mosaic"), "communes")
    assert shapely.equals(frame.geometry.values, drawing.polygons).all()


@settings(deadline=None)
@given(COUNTRIES)
def test_a_border_is_written_once_and_run_along_from_both_sides(owners: list[int]):
    drawing = mosaic(owners)
    topology = encoded(drawing)
    lengths = [sum(abs(dx) + abs(dy) for dx, dy in arc[1:]) for arc in topology["arcs"]]
    outline = shapely.union_all(drawing.cells)
    assert sum(lengths) == (shapely.length(drawing.cells).sum() + outline.length) / 2


def test_the_outline_of_the_province_is_one_more_object_without_arcs_of_its_own(
    schematic: gpd.GeoDataFrame, tmp_path: Path
):
    source = np.asarray(schematic.geometry.values, dtype=object)
    drawing = draw(clean(source), source)
    topology = encoded(drawing)
    of_communes = {index for arcs in _arcs_of(topology["objects"]["communes"]) for index in arcs}
    of_province = {index for arcs in _arcs_of(topology["objects"]["province"]) for index in arcs}
    assert {max(index, ~index) for index in of_province} < {max(index, ~index) for index in of_communes}
    (outline,) = read_back(topology, tmp_path, "province").geometry
    assert outline.area == pytest.approx(shapely.area(drawing.polygons).sum(), rel=1e-9)


def _arcs_of(collection: dict[str, Any]) -> list[list[int]]:
    found = []
    for geometry in collection["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        found += [ring for polygon in polygons for ring in polygon]
    return found


def test_two_squares_share_one_arc_run_along_both_ways():
    arcs, along = cut_into_arcs([np.array([0, 1, 2, 3]), np.array([1, 4, 5, 2])])
    assert [arc.tolist() for arc in arcs] == [[1, 2], [2, 3, 0, 1], [1, 4, 5, 2]]
    assert along == [[0, 1], [2, ~0]]


def test_a_ring_that_nothing_else_touches_begins_alike_on_both_sides():
    arcs, along = cut_into_arcs([np.array([7, 3, 5, 9]), np.array([5, 3, 7, 9])])
    assert [arc.tolist() for arc in arcs] == [[3, 5, 9, 7, 3]]
    assert along == [[0], [~0]]


def test_the_bounds_are_those_of_the_polygons():
    topology = encoded(Drawing(np.array([shapely.box(0, 0, 3, 2)]), (105.0, 20.0), 0.1, 0.0))
    assert topology["bbox"] == [105.0, 20.0, 105.3, 20.2]
    assert topology["transform"] == {"scale": [0.1, 0.1], "translate": [105.0, 20.0]}


def test_a_label_lies_inside_the_largest_part(layer: gpd.GeoDataFrame):
    polygons: Geometries = np.asarray(layer.geometry.values, dtype=object)
    points = shapely.points(label_points(polygons))
    assert shapely.contains(polygons, points).all()
