"""What every app of a run is given: the same year of figures, and the same polygons."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from bench.year import Report, province, store_report, year_of
from dashboard.boundaries.importing import import_layer
from dashboard.boundaries.layers import Layer, layer_in_force
from dashboard.store.database import Store, open_store


@dataclass(frozen=True)
class Stage:
    """The folder that the apps read, and the layer that all of them draw."""

    folder: Path
    layer: Layer


def prepare(folder: Path, layer_file: Path | None) -> Stage:
    """Fill `folder`: home/ for ours, figures.parquet and communes.geojson for the peers.

    Without a file of boundaries the schematic layer is drawn.
    """
    reports = list(year_of(province()))
    pq.write_table(_peers_figures(reports), folder / "figures.parquet")
    store = open_store(folder / "home")
    try:
        for report in reports:
            store_report(store, report)
        if layer_file is not None:
            import_layer(layer_file, store)
        return _stage_with_polygons(folder, store)
    finally:
        store.close()


def _stage_with_polygons(folder: Path, store: Store) -> Stage:
    layer = layer_in_force(store)
    published = folder / "published.topojson"
    published.write_bytes(gzip.decompress(layer.polygons_path.read_bytes()))
    polygons = gpd.read_file(published, layer="communes")
    (folder / "communes.geojson").write_text(_geojson(polygons), encoding="utf-8")
    return Stage(folder, layer)


def _geojson(polygons: gpd.GeoDataFrame) -> str:
    """The same points as ours, five decimals of a degree (a metre), without the properties."""
    rounded = shapely.set_precision(polygons.geometry.array, 1e-5, mode="pointwise")
    return str(gpd.GeoSeries(rounded, index=polygons["id"]).to_json(separators=(",", ":")))


def _peers_figures(reports: Sequence[Report]) -> pa.Table:
    weeks = {round_on: week for week, round_on in enumerate(sorted({it.round_on for it in reports}), start=1)}
    return pa.concat_tables(_labelled(report, weeks[report.round_on]) for report in reports)


def _labelled(report: Report, week: int) -> pa.Table:
    figures = report.figures.select(["commune_code", "total_count", "verified_count"])
    carrier = pa.array([report.carrier_code] * figures.num_rows)
    return figures.append_column("carrier_code", carrier).append_column(
        "week", pa.repeat(week, figures.num_rows)
    )
