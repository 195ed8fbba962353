"""Taking in a boundary file: read, match, prepare, publish. All of it, or nothing changes."""

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dashboard.boundaries.finding import LayerFinding, Severity
from dashboard.boundaries.layers import POLYGONS_NAME, layer_folder
from dashboard.boundaries.matching import Match, match_rows
from dashboard.boundaries.preparing import Findings, Preparation, prepare
from dashboard.boundaries.publishing import Source, publish
from dashboard.boundaries.reading import RawLayer, read_layers
from dashboard.boundaries.unpacking import SIDECAR_SUFFIXES
from dashboard.boundaries.writing import Prepared, write_layer
from dashboard.store.database import Store

LISTED_COLUMNS = 20


@dataclass(frozen=True)
class LayerReport:
    """What came of a layer; `status` is accepted, accepted_with_warnings or rejected.

    A rejected layer changes nothing and has no `layer_id`. `missing` and `doubled` are codes of communes;
    `extra_count` counts rows of no commune of the province; `vertices_count` and `bytes_count` are of the
    polygons as the browser gets them, `area_error_pct` is their largest error of any commune's area. None
    stands for what was not reached.
    """

    source: str
    source_name: str
    sha256: str
    status: str = "rejected"
    layer_id: str | None = None
    format: str | None = None
    crs: str | None = None
    matched_by: str | None = None
    matched_column: str | None = None
    rows_count: int = 0
    communes_count: int = 0
    missing: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    extra_count: int = 0
    vertices_count: int | None = None
    bytes_count: int | None = None
    area_error_pct: float | None = None
    findings: Findings = ()

    def as_json(self) -> dict[str, Any]:
        """The command line's contract: every field by its name."""
        fields = asdict(self) | {"findings": [finding.as_json() for finding in self.findings]}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def import_layer(path: Path, store: Store) -> LayerReport:
    """Take in a user's file (GeoJSON, Shapefile, zipped too, GeoPackage, GeoParquet; any coordinate system).

    What is wrong with the file is told in the report's findings. Raises FileNotFoundError or PermissionError
    when the file cannot be opened.
    """
    source = Source("imported", path.name, _sha256(path))
    return take_in(read_layers(path), source, store)


def take_in(layers: tuple[RawLayer, ...] | LayerFinding, source: Source, store: Store) -> LayerReport:
    """Publish that of a file's tables which holds the most communes, or report why nothing can be."""
    if isinstance(layers, LayerFinding):
        return _report(source, {"findings": (layers,)})
    matches = [(layer, match_rows(layer.attributes)) for layer in layers]
    layer, match = max(matches, key=lambda pair: pair[1].matched_count if pair[1] else 0)
    if match is None:
        return _report(source, {"format": layer.format, "findings": (_no_column(layer),)})
    preparation = prepare(layer, match)
    facts = _facts(layer, match, preparation)
    if preparation.prepared is None:
        return _report(source, facts)
    layer_id = write_layer(preparation.prepared, store.home)
    publish(layer_id, source, store)
    return _report(source, facts | _published(layer_id, preparation.prepared, store) | _accepted(preparation))


def _report(source: Source, facts: dict[str, Any]) -> LayerReport:
    return LayerReport(source=source.kind, source_name=source.name, sha256=source.sha256, **facts)


def _facts(layer: RawLayer, match: Match, preparation: Preparation) -> dict[str, Any]:
    return {
        "format": layer.format,
        "crs": preparation.crs_name,
        "matched_by": match.by,
        "matched_column": match.column,
        "rows_count": len(match.codes),
        "communes_count": match.matched_count,
        "missing": match.missing,
        "doubled": match.doubled,
        "extra_count": match.codes.count(None),
        "findings": preparation.findings,
    }


def _published(layer_id: str, prepared: Prepared, store: Store) -> dict[str, Any]:
    return {
        "layer_id": layer_id,
        "vertices_count": prepared.drawing.vertex_count,
        "bytes_count": (layer_folder(store.home, layer_id) / POLYGONS_NAME).stat().st_size,
        "area_error_pct": round(prepared.drawing.area_error_pct, 4),
    }


def _accepted(preparation: Preparation) -> dict[str, Any]:
    has_warnings = any(finding.severity is Severity.WARNING for finding in preparation.findings)
    return {"status": "accepted_with_warnings" if has_warnings else "accepted"}


def _sha256(path: Path) -> str:
    """Of the file; of a Shapefile's parts together, in the order of their names."""
    parts = [path]
    if path.suffix.lower() == ".shp":
        beside = sorted(path.parent.glob(f"{path.stem}.*"))
        parts += [part for part in beside if part.suffix.lower() in SIDECAR_SUFFIXES]
    digest = hashlib.sha256()
    for part in parts:
        with part.open("rb") as content:
            while block := content.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


def _no_column(layer: RawLayer) -> LayerFinding:
    columns = ", ".join(map(str, layer.attributes.columns[:LISTED_COLUMNS]))
    return LayerFinding(
        "layer_no_column",
        Severity.ERROR,
        "Không cột nào của bảng thuộc tính chứa mã hoặc tên các xã, phường của tỉnh Thanh Hóa.",
        columns or None,
        "Thêm cột mã 5 chữ số (danh mục có hiệu lực từ 01/7/2025) hoặc cột tên xã, phường.",
    )
