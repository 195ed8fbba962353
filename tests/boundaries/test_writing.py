import gzip
import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from dashboard.boundaries.coverage import clean, draw
from dashboard.boundaries.layers import is_intact, layer_folder, layer_id_of
from dashboard.boundaries.writing import Prepared, polygons_json, write_layer

MAX_WIRE_BYTES = 100_000  # the order for this layer


@pytest.fixture(scope="module")
def prepared(layer: gpd.GeoDataFrame) -> Prepared:
    source = np.asarray(layer.geometry.values, dtype=object)
    coverage = clean(source)
    attributes = pd.DataFrame({"ma": layer["code"], "geometry": "một cột chữ"}, dtype=object)
    return Prepared(tuple(layer["code"]), coverage, attributes, draw(coverage, source))


def test_the_folder_is_named_by_what_the_browser_gets(prepared: Prepared, tmp_path: Path):
    layer_id = write_layer(prepared, tmp_path)
    packed = (layer_folder(tmp_path, layer_id) / "polygons.json.gz").read_bytes()
    assert layer_id == layer_id_of(gzip.decompress(packed))
    assert gzip.decompress(packed) == polygons_json(prepared)
    assert len(packed) < MAX_WIRE_BYTES
    assert is_intact(layer_folder(tmp_path, layer_id))


def test_the_same_layer_gives_the_same_bytes(prepared: Prepared, tmp_path: Path):
    one, other = write_layer(prepared, tmp_path / "a"), write_layer(prepared, tmp_path / "b")
    assert one == other
    packed = [(layer_folder(tmp_path / home, one) / "polygons.json.gz").read_bytes() for home in "ab"]
    assert packed[0] == packed[1]


def test_a_folder_that_is_there_is_left_alone(prepared: Prepared, tmp_path: Path):
    folder = layer_folder(tmp_path, write_layer(prepared, tmp_path))
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    write_layer(prepared, tmp_path)
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
    assert [it.name for it in folder.parent.iterdir()] == [folder.name]


def test_a_damaged_folder_is_written_again_and_keeps_its_publications(prepared: Prepared, tmp_path: Path):
    folder = layer_folder(tmp_path, write_layer(prepared, tmp_path))
    (folder / "publications.jsonl").write_text("{}\n")
    (folder / "polygons.json.gz").write_bytes(b"cut")
    assert not is_intact(folder)
    write_layer(prepared, tmp_path)
    assert is_intact(folder)
    assert (folder / "publications.jsonl").read_text() == "{}\n"


def test_the_coverage_keeps_full_detail_and_the_attributes_of_the_source(prepared: Prepared, tmp_path: Path):
    frame = gpd.read_parquet(layer_folder(tmp_path, write_layer(prepared, tmp_path)) / "coverage.parquet")
    assert frame.crs.to_epsg() == 4326
    assert shapely.coverage_is_valid(frame.geometry.values)
    assert shapely.equals(frame.geometry.values, prepared.coverage).all()
    assert frame["commune_code"].tolist() == list(prepared.codes)
    assert frame["source_ma"].tolist() == list(prepared.codes)
    assert frame["source_geometry"].unique().tolist() == ["một cột chữ"]


def test_communes_have_name_area_and_a_place_for_a_label(prepared: Prepared):
    geometries = json.loads(polygons_json(prepared))["objects"]["communes"]["geometries"]
    assert [it["id"] for it in geometries] == list(prepared.codes)
    first = geometries[0]["properties"]
    assert first["name"] == "Phường Hàm Rồng"
    assert first["area_km2"] == pytest.approx(20.9, rel=0.05)
    assert shapely.contains_xy(prepared.coverage[0], *first["label"])
