import json
import sqlite3
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.boundaries import reading
from dashboard.boundaries.finding import LayerFinding
from dashboard.boundaries.reading import RawLayer, read_layers

SQUARE = shapely.box(105, 20, 105.1, 20.1)


def frame_of(*geometries: object, **columns: list[object]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        columns or {"ma": list(range(len(geometries)))}, geometry=list(geometries), crs=4326
    )


def written(frame: gpd.GeoDataFrame, path: Path) -> Path:
    frame.to_parquet(path) if path.suffix == ".parquet" else frame.to_file(path)
    return path


def only_layer(path: Path) -> RawLayer:
    found = read_layers(path)
    assert not isinstance(found, LayerFinding), found
    (layer,) = found
    return layer


def refusal(path: Path) -> LayerFinding:
    found = read_layers(path)
    assert isinstance(found, LayerFinding)
    return found


@pytest.mark.parametrize("suffix", [".geojson", ".shp", ".gpkg", ".parquet"])
def test_every_format_gives_the_same_table_of_text_and_areas(tmp_path: Path, suffix: str):
    frame = frame_of(
        SQUARE, SQUARE, ma=[14758, 14797], ten=["Phường Hàm Rồng", "Xã Đồng Tiến"], dt=[20.88, 3.0]
    )
    layer = only_layer(written(frame, tmp_path / f"xa{suffix}"))
    assert layer.attributes["ma"].tolist() == ["14758", "14797"]
    assert layer.attributes["ten"].tolist() == ["Phường Hàm Rồng", "Xã Đồng Tiến"]
    assert layer.attributes["dt"].tolist() == ["20.88", "3"]
    assert layer.crs is not None
    assert layer.crs.to_epsg() == 4326
    assert shapely.equals(layer.geometries, [SQUARE, SQUARE]).all()


@pytest.mark.parametrize("name", ["Xã Định Hoà", "Hoà", "à", "Xã Cẩm Thuỷ", "Ngã Ba Bông Ở"])
def test_a_name_keeps_its_last_letter_whatever_its_bytes_look_like(tmp_path: Path, name: str):
    layer = only_layer(written(frame_of(SQUARE, ten=[f" {name} "]), tmp_path / "xa.shp"))
    assert layer.attributes["ten"].tolist() == [name]
    assert layer.findings == ()


def test_the_id_of_a_geojson_feature_is_a_column(tmp_path: Path):
    feature = {
        "type": "Feature",
        "id": "14758",
        "properties": {},
        "geometry": shapely.geometry.mapping(SQUARE),
    }
    (tmp_path / "xa.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert only_layer(tmp_path / "xa.geojson").attributes["id"].tolist() == ["14758"]


def test_every_table_of_a_geopackage_with_areas_is_read(tmp_path: Path):
    frame_of(SQUARE).to_file(tmp_path / "l.gpkg", layer="tinh")
    frame_of(SQUARE, SQUARE).to_file(tmp_path / "l.gpkg", layer="xa")
    frame_of(shapely.Point(105, 20)).to_file(tmp_path / "l.gpkg", layer="tru_so")
    layers = read_layers(tmp_path / "l.gpkg")
    assert not isinstance(layers, LayerFinding)
    assert [len(layer.geometries) for layer in layers] == [1, 2]


def test_heights_are_dropped_and_missing_geometries_stay_missing(tmp_path: Path):
    high = shapely.force_3d(SQUARE, 12.0)
    layer = only_layer(written(frame_of(high, None), tmp_path / "xa.gpkg"))
    assert not shapely.has_z(layer.geometries[0])
    assert layer.geometries[1] is None


@pytest.mark.parametrize("geometry", [shapely.Point(105, 20), shapely.LineString(SQUARE.exterior)])
@pytest.mark.parametrize("suffix", [".geojson", ".shp", ".gpkg", ".parquet"])
def test_points_and_lines_are_no_areas(tmp_path: Path, geometry: object, suffix: str):
    assert refusal(written(frame_of(geometry, geometry), tmp_path / f"xa{suffix}")).rule == "layer_not_areas"


def test_a_table_without_geometries_is_no_layer(tmp_path: Path):
    assert refusal(written(frame_of(None, None), tmp_path / "xa.geojson")).rule == "layer_not_areas"
    pd.DataFrame({"ma": [1]}).to_parquet(tmp_path / "xa.parquet")
    assert refusal(tmp_path / "xa.parquet").rule == "layer_unreadable"


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "{}",
        '{"type": "FeatureCollection"}',
        '{"type": "FeatureCollection", "features": 3}',
        '{"links": []}',
    ],
)
def test_json_that_is_no_geojson_is_refused(tmp_path: Path, content: str):
    (tmp_path / "xa.geojson").write_text(content)
    assert refusal(tmp_path / "xa.geojson").rule in {"layer_unreadable", "layer_not_areas"}


def test_a_cut_off_file_is_refused(tmp_path: Path):
    frame = frame_of(*[SQUARE] * 50)
    for suffix in (".geojson", ".gpkg", ".parquet"):
        path = written(frame, tmp_path / f"xa{suffix}")
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        assert refusal(path).rule == "layer_unreadable"


def test_a_database_that_is_no_geopackage_is_refused(tmp_path: Path):
    with sqlite3.connect(tmp_path / "xa.gpkg") as database:
        database.execute("create table xa (ma text)")
    assert refusal(tmp_path / "xa.gpkg").rule in {"layer_unreadable", "layer_not_areas"}


def test_a_shapefile_without_its_table_has_areas_but_no_columns_to_match(tmp_path: Path):
    path = written(frame_of(SQUARE), tmp_path / "xa.shp")
    for suffix in (".dbf", ".shx"):
        path.with_suffix(suffix).unlink()
    found = read_layers(path)
    assert isinstance(found, LayerFinding) or not set(found[0].attributes) & {"ma"}


def test_more_areas_than_any_list_of_communes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MAX_AREAS", 3)
    for suffix in (".geojson", ".parquet"):
        assert refusal(written(frame_of(*[SQUARE] * 4), tmp_path / f"xa{suffix}")).rule == "layer_too_large"


def test_a_missing_file_is_the_callers_fault(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        read_layers(tmp_path / "nowhere.geojson")


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([".geojson", ".shp", ".gpkg", ".parquet", ".zip"]))
def test_whatever_the_bytes_the_answer_is_a_finding(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
):
    magic = {
        ".geojson": b"{",
        ".shp": b"\0\0\x27\x0a",
        ".gpkg": b"SQLite format 3\0",
        ".parquet": b"PAR1",
        ".zip": b"PK",
    }
    path = tmp_path_factory.mktemp("bytes") / f"xa{suffix}"
    path.write_bytes(magic[suffix] + content)
    assert isinstance(read_layers(path), LayerFinding)


def test_geometries_come_as_a_plain_array(tmp_path: Path):
    layer = only_layer(written(frame_of(SQUARE), tmp_path / "xa.parquet"))
    assert isinstance(layer.geometries, np.ndarray)
    assert layer.geometries.dtype == object
