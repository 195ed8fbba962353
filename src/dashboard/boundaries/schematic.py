"""The schematic layer of the repository, published like any other, for when no real one is at hand."""

import hashlib
import threading
from functools import lru_cache
from pathlib import Path

from dashboard.boundaries.layers import has_files
from dashboard.paths import GEO_DIR
from dashboard.store.database import Store
from dashboard.store.questions import ask

SCHEMATIC_PATH = GEO_DIR / "schematic.parquet"
SCHEMATIC_NAME = "Sơ đồ dựng từ tọa độ và diện tích công bố"

_publishing = threading.Lock()


class SchematicLayerError(Exception):
    """geo/schematic.parquet is not a layer of the 166 communes."""


def publish_schematic(store: Store) -> bool:
    """Publish geo/schematic.parquet unless its present version already is; returns whether it did.

    Without that file nothing happens. Raises SchematicLayerError when it is not a layer of all communes.
    """
    if not SCHEMATIC_PATH.is_file():
        return False
    with _publishing:
        sha256 = _sha256(SCHEMATIC_PATH, SCHEMATIC_PATH.stat().st_mtime_ns)
        rows = ask(store.reader(), "boundaries/publications").to_pylist()
        published = [
            row["layer_id"] for row in rows if row["is_schematic"] and row["source_sha256"] == sha256
        ]
        if any(has_files(store.home, layer_id) for layer_id in published):
            return False
        _publish(store, sha256)
    return True


@lru_cache(maxsize=4)
def _sha256(path: Path, modified_ns: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _publish(store: Store, sha256: str) -> None:
    from dashboard.boundaries.importing import take_in
    from dashboard.boundaries.publishing import Source
    from dashboard.boundaries.reading import read_layers

    report = take_in(read_layers(SCHEMATIC_PATH), Source("schematic", SCHEMATIC_NAME, sha256), store)
    if report.layer_id is None:
        raise SchematicLayerError("; ".join(finding.message for finding in report.findings))
