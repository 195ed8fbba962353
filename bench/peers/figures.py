"""What the peers show: the same year of figures and the same polygons as ours, from BENCH_FOLDER."""

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd

CENTRE = {"lon": 105.3, "lat": 20.05}  # of the province
ZOOM = 7.6
# The rate is shown to one decimal; a second one leaves room for rounding.
DECIMALS = 2


def folder() -> Path:
    """Where the bench has put figures.parquet and communes.geojson."""
    return Path(os.environ["BENCH_FOLDER"])


def read_figures() -> pd.DataFrame:
    """Per commune, carrier and week: commune_code, carrier_code, week, total_count, verified_count."""
    return pd.read_parquet(folder() / "figures.parquet")


def read_polygons() -> dict[str, Any]:
    """GeoJSON of the communes; each feature's id is the commune's code."""
    polygons: dict[str, Any] = json.loads((folder() / "communes.geojson").read_text(encoding="utf-8"))
    return polygons


def rates(figures: pd.DataFrame, week: int) -> pd.DataFrame:
    """verified_pct by commune in one week over all carriers, ordered by commune_code."""
    sums = figures[figures.week == week].groupby("commune_code")[["verified_count", "total_count"]].sum()
    sums["verified_pct"] = (100 * sums.verified_count / sums.total_count).round(DECIMALS)
    return sums.reset_index()
