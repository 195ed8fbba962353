"""Writing a layer's folder: once, named by its content, never changed."""

import gzip
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.boundaries.coverage import Drawing
from dashboard.boundaries.layers import (
    COVERAGE_NAME,
    DEGREE_DIGITS,
    DESCRIPTION_NAME,
    POLYGONS_NAME,
    PUBLICATIONS_NAME,
    is_intact,
    layer_folder,
    layer_id_of,
)
from dashboard.boundaries.placement import area_km2
from dashboard.boundaries.reading import Geometries
from dashboard.boundaries.topology import encode, label_points
from dashboard.reference.communes import commune_by_code


@dataclass(frozen=True)
class Prepared:
    """A layer ready to publish: communes ordered by code, one valid coverage in EPSG:4326, its drawing.

    `attributes` holds the source's columns as text, a row per commune.
    """

    codes: tuple[str, ...]
    coverage: Geometries
    attributes: pd.DataFrame
    drawing: Drawing


def write_layer(prepared: Prepared, home: Path) -> str:
    """Write the layer's folder below `home` unless it is there and whole; returns the layer's id."""
    polygons = polygons_json(prepared)
    folder = layer_folder(home, layer_id_of(polygons))
    if not is_intact(folder):
        _write(folder, prepared, polygons)
    return folder.name


def polygons_json(prepared: Prepared) -> bytes:
    """What the browser gets, unpacked: TopoJSON; communes have name, area_km2 and label (lon, lat)."""
    areas = area_km2(prepared.coverage)
    labels = label_points(prepared.drawing.polygons)
    properties = [
        {"name": commune_by_code()[code].name, "area_km2": round(float(area), 2), "label": label}
        for code, area, label in zip(prepared.codes, areas, labels, strict=True)
    ]
    topology = encode(prepared.drawing, prepared.codes, properties)
    return json.dumps(topology, ensure_ascii=False, separators=(",", ":")).encode()


def _write(folder: Path, prepared: Prepared, polygons: bytes) -> None:
    """Made beside and moved into place, so that no reader ever sees half of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="draft-", dir=folder.parent) as workspace:
        draft = Path(workspace) / folder.name
        draft.mkdir()
        (draft / POLYGONS_NAME).write_bytes(gzip.compress(polygons, 9, mtime=0))
        _coverage_frame(prepared).to_parquet(draft / COVERAGE_NAME, compression="zstd")
        (draft / DESCRIPTION_NAME).write_text(json.dumps(_description(prepared), indent=1), encoding="utf-8")
        if folder.exists():  # damaged; what was noted of its publications stays
            _keep(folder / PUBLICATIONS_NAME, draft)
            folder.rename(Path(workspace) / "damaged")
        draft.rename(folder)


def _keep(file: Path, draft: Path) -> None:
    if file.is_file():
        shutil.copy2(file, draft)


def _coverage_frame(prepared: Prepared) -> gpd.GeoDataFrame:
    ours = pd.DataFrame(
        {
            "commune_code": prepared.codes,
            "commune_name": [commune_by_code()[code].name for code in prepared.codes],
            "area_km2": area_km2(prepared.coverage),
        }
    )
    theirs = prepared.attributes.reset_index(drop=True).add_prefix("source_")
    return gpd.GeoDataFrame(ours.join(theirs), geometry=prepared.coverage, crs="EPSG:4326")


def _description(prepared: Prepared) -> dict[str, Any]:
    drawing = prepared.drawing
    bounds = shapely.total_bounds(drawing.polygons).tolist()
    return {
        "codes": list(prepared.codes),
        "bounds": [round(degrees, DEGREE_DIGITS) for degrees in bounds],
        "vertices_count": drawing.vertex_count,
        "area_error_pct": round(drawing.area_error_pct, 4),
        "grid_degrees": drawing.grid_degrees,
    }
