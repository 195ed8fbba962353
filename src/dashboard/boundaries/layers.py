"""Which layer is in force, and what its folder holds. Imports no geometry library until one is needed."""

import gzip
import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.store.database import Store
from dashboard.store.questions import ask

LAYERS_FOLDER = "layers"
POLYGONS_NAME = "polygons.json.gz"  # for the browser: TopoJSON, gzip
COVERAGE_NAME = "coverage.parquet"  # at full detail, with the source's attributes: GeoParquet
DESCRIPTION_NAME = "layer.json"
PUBLICATIONS_NAME = "publications.jsonl"  # one line each time this layer was published
MEDIA_TYPE = "application/json"  # of the polygons once unpacked
DEGREE_DIGITS = 7  # of coordinates written down: a centimetre, as fine as the finest grid
LAYER_ID_DIGITS = 16  # of a SHA-256: 64 bits tell any number of layers apart, and addresses stay readable

NOTES = {
    "imported": "Ranh giới do đơn vị cung cấp",
    "public": "Ranh giới từ nguồn công khai, chỉ để tham khảo",
    "schematic": "Ranh giới sơ đồ – không phải địa giới hành chính",
}


class LayerMissingError(Exception):
    """Nothing was published and the schematic layer is not in geo/."""


@dataclass(frozen=True)
class Layer:
    """A published layer.

    `codes` are those of the communes in the order of the polygons; `bounds` is west, south, east, north in
    degrees (EPSG:4326); `note` is Vietnamese and stands beside every picture of the layer. `polygons_path` is
    TopoJSON, gzip, and never changes: to be served as `media_type`, Content-Encoding gzip, under a name with
    `layer_id`, and decoded by polygons.js. `coverage_path` is GeoParquet at full detail.
    """

    layer_id: str
    codes: tuple[str, ...]
    source: str
    source_name: str
    is_schematic: bool
    note: str
    bounds: tuple[float, float, float, float]
    vertices_count: int
    area_error_pct: float
    polygons_path: Path
    coverage_path: Path
    media_type: str
    published_at: datetime

    @property
    def bytes_count(self) -> int:
        """Size of the polygons on the wire."""
        return self.polygons_path.stat().st_size


def layer_in_force(store: Store) -> Layer:
    """The layer to show: the last one imported, else the public one, else the schematic one of geo/.

    The schematic layer is published on first use, and again when a newer version of it came with the program.
    A layer whose files are gone is passed over.
    Raises LayerMissingError where there is no layer at all.
    """
    row = _row_in_force(store)
    if row is None or row["is_schematic"]:
        from dashboard.boundaries.schematic import publish_schematic

        publish_schematic(store)
        row = _row_in_force(store)
    if row is None:
        raise LayerMissingError
    return _layer(store.home, row)


def layer_folder(home: Path, layer_id: str) -> Path:
    """Where a layer's files lie."""
    return home / LAYERS_FOLDER / layer_id


def is_intact(folder: Path) -> bool:
    """Whether a layer's folder is whole and its polygons are those that its name was made from."""
    try:
        content = gzip.decompress((folder / POLYGONS_NAME).read_bytes())
    except (OSError, EOFError, zlib.error):
        return False
    is_whole = (folder / COVERAGE_NAME).is_file() and (folder / DESCRIPTION_NAME).is_file()
    return is_whole and layer_id_of(content) == folder.name


def layer_id_of(polygons: bytes) -> str:
    """Name of a layer: the beginning of the SHA-256 of its polygons, unpacked."""
    return hashlib.sha256(polygons).hexdigest()[:LAYER_ID_DIGITS]


@lru_cache(maxsize=16)
def description(folder: Path) -> dict[str, Any]:
    """What was written down of a layer when its folder was made; it never changes."""
    found: dict[str, Any] = json.loads((folder / DESCRIPTION_NAME).read_text(encoding="utf-8"))
    return found


def has_files(home: Path, layer_id: str) -> bool:
    """Whether a layer that the database knows can still be shown: somebody may have emptied layers/."""
    folder = layer_folder(home, layer_id)
    return all((folder / name).is_file() for name in (POLYGONS_NAME, COVERAGE_NAME, DESCRIPTION_NAME))


def _row_in_force(store: Store) -> dict[str, Any] | None:
    rows = ask(store.reader(), "boundaries/layers_by_precedence").to_pylist()
    return next((row for row in rows if has_files(store.home, row["layer_id"])), None)


def _layer(home: Path, row: dict[str, Any]) -> Layer:
    folder = layer_folder(home, row["layer_id"])
    about = description(folder)
    return Layer(
        layer_id=row["layer_id"],
        codes=tuple(about["codes"]),
        source=row["source"],
        source_name=row["source_name"],
        is_schematic=row["is_schematic"],
        note=NOTES[row["source"]],
        bounds=tuple(about["bounds"]),
        vertices_count=about["vertices_count"],
        area_error_pct=about["area_error_pct"],
        polygons_path=folder / POLYGONS_NAME,
        coverage_path=folder / COVERAGE_NAME,
        media_type=MEDIA_TYPE,
        published_at=row["published_at"],
    )
