import geopandas as gpd
import pyarrow as pa
import pytest
import shapely

from dashboard.boundaries.joining import (
    boundaries_with_codes,
    figures_with_boundaries,
    points_in_communes,
    unmatched_communes,
)
from dashboard.boundaries.layers import Layer, layer_in_force
from dashboard.reference.communes import communes
from dashboard.store.database import Store

CODES = [commune.code for commune in communes()]


@pytest.fixture
def layer(store: Store) -> Layer:
    return layer_in_force(store)


def figures(*codes: str) -> pa.Table:
    return pa.table(
        {"commune_code": pa.array(codes, pa.string()), "total_count": pa.array(range(len(codes)), pa.int64())}
    )


def test_all_areas_come_by_code_for_geopandas(store: Store, layer: Layer):
    frame = gpd.GeoDataFrame.from_arrow(boundaries_with_codes(store.reader(), layer.layer_id))
    assert frame["commune_code"].tolist() == CODES
    assert frame["area_km2"].sum() == pytest.approx(11_120, rel=0.02)
    assert frame.geometry.is_valid.all()


def test_figures_get_their_areas_and_keep_their_columns(store: Store, layer: Layer):
    joined = figures_with_boundaries(store.reader(), figures(*reversed(CODES)), layer.layer_id)
    assert joined.column_names == ["commune_code", "total_count", "area_km2", "geometry"]
    assert joined["commune_code"].to_pylist() == CODES
    assert joined["total_count"].to_pylist() == list(reversed(range(len(CODES))))
    assert joined["geometry"].null_count == 0


def test_figures_without_an_area_stay(store: Store, layer: Layer):
    joined = figures_with_boundaries(store.reader(), figures("14758", "99999"), layer.layer_id)
    assert joined["commune_code"].to_pylist() == ["14758", "99999"]
    assert joined["geometry"].null_count == 1


def test_the_unmatched_are_told_from_both_sides(store: Store, layer: Layer):
    told = unmatched_communes(store.reader(), figures(*CODES[1:], "99999"), layer.layer_id).to_pylist()
    assert told == [
        {"commune_code": CODES[0], "has_figures": False, "has_area": True},
        {"commune_code": "99999", "has_figures": True, "has_area": False},
    ]


def test_another_layer_has_no_areas(store: Store, layer: Layer):
    assert boundaries_with_codes(store.reader(), "0" * 16).num_rows == 0


def test_each_commune_holds_its_own_label_and_none_a_point_at_sea(store: Store, layer: Layer):
    areas = gpd.GeoDataFrame.from_arrow(boundaries_with_codes(store.reader(), layer.layer_id))
    inside = areas.geometry.representative_point()
    points = pa.table({"point_id": [*CODES, "biển"], "lon": [*inside.x, 107.0], "lat": [*inside.y, 19.0]})
    found = points_in_communes(store.reader(), points, layer.layer_id).to_pylist()
    assert found == [{"point_id": code, "commune_code": code} for code in CODES] + [
        {"point_id": "biển", "commune_code": None}
    ]


def test_a_point_on_a_common_border_has_one_commune(store: Store, layer: Layer):
    areas = gpd.GeoDataFrame.from_arrow(boundaries_with_codes(store.reader(), layer.layer_id))
    corner = shapely.get_coordinates(areas.geometry[0])[0].tolist()
    points = pa.table({"point_id": ["a"], "lon": [corner[0]], "lat": [corner[1]]})
    (found,) = points_in_communes(store.reader(), points, layer.layer_id).to_pylist()
    assert found["commune_code"] == CODES[0]
