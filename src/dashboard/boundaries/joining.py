"""Figures and areas joined by the database, on the GEOMETRY column of table `boundary`."""

import duckdb
import pyarrow as pa

from dashboard.store.questions import ask
from dashboard.store.spatial import load_spatial


def boundaries_with_codes(cursor: duckdb.DuckDBPyConnection, layer_id: str) -> pa.Table:
    """commune_code, area_km2, geometry of a layer at full detail, ordered by code.

    `geometry` is GeoArrow WKB in EPSG:4326: geopandas.GeoDataFrame.from_arrow reads it.
    """
    return ask(cursor, "boundaries/boundaries_with_codes", layer_id=layer_id)


def figures_with_boundaries(cursor: duckdb.DuckDBPyConnection, figures: pa.Table, layer_id: str) -> pa.Table:
    """All columns of `figures` (one of them commune_code) with area_km2 and geometry of a layer, by code.

    Figures of a commune without area stay, with nulls.
    """
    return ask(cursor, "boundaries/figures_with_boundaries", figures=figures, layer_id=layer_id)


def unmatched_communes(cursor: duckdb.DuckDBPyConnection, figures: pa.Table, layer_id: str) -> pa.Table:
    """commune_code, has_figures, has_area of communes that only one side of that join knows."""
    return ask(cursor, "boundaries/unmatched_communes", figures=figures, layer_id=layer_id)


def points_in_communes(cursor: duckdb.DuckDBPyConnection, points: pa.Table, layer_id: str) -> pa.Table:
    """point_id, commune_code (null outside the layer) for `points` with point_id, lon, lat in EPSG:4326."""
    load_spatial(cursor)
    return ask(cursor, "boundaries/points_in_communes", points=points, layer_id=layer_id)
