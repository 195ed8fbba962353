import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from dashboard.boundaries import publishing
from dashboard.boundaries.coverage import draw
from dashboard.boundaries.layers import layer_folder
from dashboard.boundaries.publishing import Source, publish, restore_layers
from dashboard.boundaries.reading import Geometries
from dashboard.boundaries.writing import Prepared, write_layer
from dashboard.reference.communes import communes
from dashboard.store.database import Store, open_store
from dashboard.store.questions import ask

USERS = Source("imported", "ranh_gioi.gpkg", "a" * 64)
PUBLIC = Source("public", "nguồn công khai", "b" * 64)


@pytest.fixture
def written(store: Store, chequerboard: Geometries) -> list[str]:
    """Two small layers with their folders, not yet published."""
    codes = tuple(commune.code for commune in communes()[: len(chequerboard)])
    both = [
        chequerboard,
        np.asarray(shapely.affinity.translate(shapely.GeometryCollection(chequerboard), 0.1).geoms),
    ]
    return [
        write_layer(
            Prepared(codes, squares, pd.DataFrame(index=range(len(codes))), draw(squares, squares)),
            store.home,
        )
        for squares in both
    ]


def rows(store: Store, question: str, **values: str) -> list[dict[str, object]]:
    return ask(store.reader(), question, **values).to_pylist()


def in_force(store: Store) -> str:
    return str(rows(store, "boundaries/layers_by_precedence")[0]["layer_id"])


def areas_count(store: Store, layer_id: str) -> object:
    return rows(store, "boundaries/areas_of_layer_count", layer_id=layer_id)[0]["areas_count"]


def test_a_publication_is_noted_in_the_folder_and_registered_with_its_areas(store: Store, written: list[str]):
    publish(written[0], USERS, store)
    (line,) = (layer_folder(store.home, written[0]) / "publications.jsonl").read_text().splitlines()
    (row,) = rows(store, "boundaries/publications")
    assert json.loads(line)["source_name"] == row["source_name"] == "ranh_gioi.gpkg"
    assert json.loads(line)["communes_count"] == row["communes_count"] == 16
    assert areas_count(store, written[0]) == 16


def test_the_database_holds_the_areas_as_geometries(
    store: Store, written: list[str], chequerboard: Geometries
):
    publish(written[0], USERS, store)
    areas = ask(store.reader(), "boundaries/boundaries_with_codes", layer_id=written[0])
    assert areas.schema.field("geometry").metadata[b"ARROW:extension:name"] == b"geoarrow.wkb"
    assert shapely.equals(shapely.from_wkb(areas["geometry"].to_pylist()), chequerboard).all()


def test_a_layer_published_again_is_in_force_again_and_stored_once(store: Store, written: list[str]):
    for layer_id in (*written, written[0]):
        publish(layer_id, USERS, store)
    assert in_force(store) == written[0]
    assert len(rows(store, "boundaries/publications")) == 3
    assert areas_count(store, written[0]) == 16


def test_another_database_gets_the_same_publications_from_the_folders(
    store: Store, written: list[str], tmp_path: Path
):
    for layer_id, source in ((written[1], USERS), (written[0], USERS), (written[1], PUBLIC)):
        publish(layer_id, source, store)
    before = rows(store, "boundaries/publications")
    store.close()
    (store.home / "dashboard.duckdb").rename(tmp_path / "lost.duckdb")
    again = open_store(store.home)
    assert restore_layers(again) == ()
    assert rows(again, "boundaries/publications") == before
    assert in_force(again) == written[0]
    assert areas_count(again, written[1]) == 16
    again.close()


def test_restoring_what_is_there_changes_nothing(store: Store, written: list[str]):
    publish(written[0], USERS, store)
    before = rows(store, "boundaries/publications")
    assert restore_layers(store) == ()
    assert rows(store, "boundaries/publications") == before
    assert areas_count(store, written[0]) == 16


def test_a_kill_between_the_note_and_the_database_is_mended(
    store: Store, written: list[str], monkeypatch: pytest.MonkeyPatch
):
    def killed(publication: object, store: Store) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(publishing, "_register", killed)
        with pytest.raises(KeyboardInterrupt):
            publish(written[0], USERS, store)
    assert rows(store, "boundaries/publications") == []
    restore_layers(store)
    assert in_force(store) == written[0]


def test_a_layer_changed_on_disk_is_named_and_not_brought_back(store: Store, written: list[str]):
    publish(written[0], USERS, store)
    publish(written[1], USERS, store)
    store.close()
    (store.home / "dashboard.duckdb").unlink()
    (layer_folder(store.home, written[1]) / "polygons.json.gz").write_bytes(b"changed")
    again = open_store(store.home)
    assert restore_layers(again) == (written[1],)
    assert in_force(again) == written[0]
    again.close()


def test_without_any_layer_there_is_nothing_to_restore(store: Store):
    assert restore_layers(store) == ()
