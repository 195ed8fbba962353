from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import geopandas as gpd
import pytest

from dashboard.boundaries import schematic as schematic_module
from dashboard.boundaries.layers import layer_in_force
from dashboard.boundaries.schematic import SchematicLayerError, publish_schematic
from dashboard.store.database import Store
from dashboard.store.questions import ask


def publications_count(store: Store) -> int:
    return ask(store.reader(), "boundaries/publications").num_rows


@pytest.fixture
def other_schematic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> gpd.GeoDataFrame:
    """The schematic layer as a later version of the program would bring it."""
    frame = gpd.read_parquet(schematic_module.SCHEMATIC_PATH)
    frame.geometry = frame.geometry.translate(0.0005)
    monkeypatch.setattr(schematic_module, "SCHEMATIC_PATH", tmp_path / "schematic.parquet")
    return frame


def test_it_is_published_once(store: Store):
    assert publish_schematic(store)
    assert not publish_schematic(store)
    assert publications_count(store) == 1


def test_many_first_readers_publish_it_once(store: Store):
    with ThreadPoolExecutor(4) as pool:
        layers = set(pool.map(lambda _: layer_in_force(store).layer_id, range(8)))
    assert len(layers) == 1
    assert publications_count(store) == 1


def test_a_new_version_takes_the_place_of_the_old(store: Store, other_schematic: gpd.GeoDataFrame):
    other_schematic.to_parquet(schematic_module.SCHEMATIC_PATH)
    first = layer_in_force(store)
    other_schematic.geometry = other_schematic.geometry.translate(0.0005)
    other_schematic.to_parquet(schematic_module.SCHEMATIC_PATH)
    assert layer_in_force(store).layer_id != first.layer_id
    assert layer_in_force(store).is_schematic
    assert publications_count(store) == 2


def test_without_the_file_nothing_happens(store: Store, other_schematic: gpd.GeoDataFrame):
    assert not publish_schematic(store)
    assert publications_count(store) == 0


def test_a_file_that_lacks_communes_is_the_programs_fault(store: Store, other_schematic: gpd.GeoDataFrame):
    other_schematic.head(100).to_parquet(schematic_module.SCHEMATIC_PATH)
    with pytest.raises(SchematicLayerError, match="Thiếu 66"):
        publish_schematic(store)
    assert publications_count(store) == 0
