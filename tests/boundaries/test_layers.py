import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.boundaries import schematic as schematic_module
from dashboard.boundaries.importing import import_layer
from dashboard.boundaries.layers import LayerMissingError, layer_in_force
from dashboard.boundaries.publishing import Source, publish
from dashboard.reference.communes import communes
from dashboard.store.database import Store

CODES = tuple(commune.code for commune in communes())


@pytest.fixture
def imported(store: Store, tmp_path: Path) -> str:
    """A layer as a user would bring it: the schematic one, moved by fifty metres."""
    import geopandas as gpd

    frame = gpd.read_parquet(schematic_module.SCHEMATIC_PATH)
    frame.geometry = frame.geometry.translate(0.0005)
    frame.to_parquet(tmp_path / "ranh_gioi.parquet")
    return str(import_layer(tmp_path / "ranh_gioi.parquet", store).layer_id)


def test_without_any_import_the_schematic_layer_is_in_force_and_says_so(store: Store):
    layer = layer_in_force(store)
    assert layer.is_schematic
    assert layer.note == "Ranh giới sơ đồ – không phải địa giới hành chính"
    assert layer.codes == CODES
    west, south, east, north = layer.bounds
    assert 104 < west < east < 106.3
    assert 19 < south < north < 21


def test_the_polygons_are_those_of_the_codes_in_their_order(store: Store):
    layer = layer_in_force(store)
    topology = json.loads(gzip.decompress(layer.polygons_path.read_bytes()))
    assert tuple(it["id"] for it in topology["objects"]["communes"]["geometries"]) == layer.codes
    assert tuple(topology["bbox"]) == layer.bounds
    assert layer.bytes_count == len(layer.polygons_path.read_bytes()) < 100_000
    assert layer.media_type == "application/json"
    assert layer.coverage_path.is_file()


def test_a_users_layer_goes_before_a_later_public_one(store: Store, imported: str):
    publish(imported, Source("public", "nguồn công khai", "b" * 64), store)
    layer = layer_in_force(store)
    assert (layer.layer_id, layer.source) == (imported, "imported")
    assert layer.source_name == "ranh_gioi.parquet"
    assert not layer.is_schematic


def test_the_public_layer_goes_before_the_schematic_one(store: Store):
    schematic_id = layer_in_force(store).layer_id
    publish(schematic_id, Source("public", "nguồn công khai", "b" * 64), store)
    layer = layer_in_force(store)
    assert (layer.source, layer.is_schematic) == ("public", False)
    assert "nguồn công khai" in layer.note


def test_asking_again_gives_the_same_layer_and_publishes_nothing(store: Store):
    first = layer_in_force(store)
    assert layer_in_force(store) == first
    assert len(list((store.home / "layers").iterdir())) == 1


def test_a_layer_whose_files_are_gone_is_passed_over(store: Store, imported: str):
    shutil.rmtree(layer_in_force(store).coverage_path.parent)
    assert layer_in_force(store).is_schematic
    shutil.rmtree(layer_in_force(store).coverage_path.parent)
    assert layer_in_force(store).polygons_path.is_file()


def test_no_layer_at_all_is_said(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(schematic_module, "SCHEMATIC_PATH", tmp_path / "absent.parquet")
    with pytest.raises(LayerMissingError):
        layer_in_force(store)


def test_a_moved_home_keeps_its_layer(store: Store, tmp_path: Path):
    from dashboard.store.database import open_store

    before = layer_in_force(store)
    store.close()
    shutil.copytree(store.home, tmp_path / "elsewhere")
    moved = open_store(tmp_path / "elsewhere")
    layer = layer_in_force(moved)
    moved.close()
    assert layer.layer_id == before.layer_id
    assert layer.polygons_path.is_relative_to(tmp_path / "elsewhere")


def test_asking_for_the_layer_does_not_load_the_geometry_libraries():
    loaded = "import sys, dashboard.boundaries, dashboard.boundaries.publishing; print(*sys.modules)"
    printed = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    ).stdout
    assert not {"geopandas", "shapely", "pyogrio", "pyproj"} & set(printed.split())
