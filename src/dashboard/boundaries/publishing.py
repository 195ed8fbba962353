"""Which layers were published when: a line in the layer's folder each time, and the same in the database.

Imports no geometry library: areas go from the folder's GeoParquet to the database as they are (WKB).
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.boundaries.layers import (
    COVERAGE_NAME,
    LAYERS_FOLDER,
    PUBLICATIONS_NAME,
    is_intact,
    layer_folder,
)
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.notes import Note, enter
from dashboard.store.questions import ask, tell

PUBLISHED = "ranh giới"  # what a publication takes the place of: the layer that was in force before


@dataclass(frozen=True)
class Source:
    """Where a layer came from: `name` is for people, `sha256` of the bytes it was read from."""

    kind: Literal["imported", "public", "schematic"]
    name: str
    sha256: str


@dataclass(frozen=True)
class Publication:
    """One line of publications.jsonl and one row of boundary_layer."""

    layer_id: str
    source: str
    source_name: str
    source_sha256: str
    published_at: str  # ISO 8601 with offset
    communes_count: int
    is_schematic: bool


def publish(layer_id: str, source: Source, store: Store) -> None:
    """Put a layer whose folder is written in force: noted there first, then registered in the database.

    In this order, so that a kill in between leaves nothing that restore_layers cannot finish. What somebody
    brought is entered in the journal before; the schematic layer is the program's own, and nobody's act.
    """
    coverage = pq.read_metadata(layer_folder(store.home, layer_id) / COVERAGE_NAME)
    publication = Publication(
        layer_id=layer_id,
        source=source.kind,
        source_name=source.name,
        source_sha256=source.sha256,
        published_at=datetime.now(LOCAL_ZONE).isoformat(),
        communes_count=coverage.num_rows,
        is_schematic=source.kind == "schematic",
    )
    if not publication.is_schematic:
        enter(store, Note("layer_published", PUBLISHED, asdict(publication)))
    _append_line(layer_folder(store.home, layer_id) / PUBLICATIONS_NAME, publication)
    _register(publication, store)


def restore_layers(store: Store) -> tuple[str, ...]:
    """Bring what is noted under layers/ into a database that lacks it; returns the ids of damaged layers.

    Registers publications in the order they were made, so the same layer is in force afterwards; what the
    database knows is left alone. So is a folder whose polygons are not those that its name was made from.
    """
    folders = [line.parent for line in sorted((store.home / LAYERS_FOLDER).glob(f"*/{PUBLICATIONS_NAME}"))]
    damaged = tuple(folder.name for folder in folders if not is_intact(folder))
    noted = [line for folder in folders if folder.name not in damaged for line in _publications(folder)]
    rows = ask(store.reader(), "boundaries/publications").to_pylist()
    known = {(row["layer_id"], row["source"], row["published_at"]) for row in rows}
    for it in sorted(noted, key=lambda publication: datetime.fromisoformat(publication.published_at)):
        if (it.layer_id, it.source, datetime.fromisoformat(it.published_at)) not in known:
            _register(it, store)
    return damaged


def _register(publication: Publication, store: Store) -> None:
    """The publication's row, and its layer's areas where the database lacks them, in one transaction."""
    with store.writer() as cursor:
        held = ask(cursor, "boundaries/areas_of_layer_count", layer_id=publication.layer_id)
        if held["areas_count"][0].as_py() == 0:
            tell(cursor, "append/boundary", rows=_areas(store.home, publication.layer_id))
        row = asdict(publication) | {"published_at": datetime.fromisoformat(publication.published_at)}
        tell(cursor, "append/boundary_layer", rows=pa.Table.from_pylist([row]))


def _areas(home: Path, layer_id: str) -> pa.Table:
    """layer_id, commune_code, area_km2, geometry (plain WKB, without the file's note of its system)."""
    areas = pq.read_table(layer_folder(home, layer_id) / COVERAGE_NAME)
    columns = {name: areas[name] for name in ("commune_code", "area_km2", "geometry")}
    return pa.table({"layer_id": pa.array([layer_id] * areas.num_rows, pa.string()), **columns})


def _append_line(file: Path, publication: Publication) -> None:
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(asdict(publication), ensure_ascii=False) + "\n")
        lines.flush()
        os.fsync(lines.fileno())


def _publications(folder: Path) -> list[Publication]:
    lines = (folder / PUBLICATIONS_NAME).read_text(encoding="utf-8").splitlines()
    return [Publication(**json.loads(line)) for line in lines if line.strip()]
