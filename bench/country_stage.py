"""The whole country as an app of its own: a register of its communes, their polygons, a year of figures."""

import csv
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import geopandas as gpd

from bench.apps import environment
from bench.year import country, store_report, year_of
from dashboard.boundaries.placement import area_km2
from dashboard.measures.scope import Expected
from dashboard.paths import SHARED_DIR
from dashboard.reference.carriers import TABLE_NAME, Carrier
from dashboard.reference.communes import COMMUNES_NAME, Commune, read_communes
from dashboard.reference.old_communes import OLD_COMMUNES_NAME, OldCommune
from dashboard.store.database import open_store

COUNTRY_LAYER = SHARED_DIR / "geo" / "vietnam_communes_150m.parquet"


def prepare_country(folder: Path, layer_file: Path) -> Mapping[str, str]:
    """Environment of an app that knows the country: its register and home in `folder`, 8 carriers, 52 rounds.

    The layer is imported by the command, as a user would.
    """
    register, home = folder / "register", folder / "home"
    register.mkdir(parents=True)
    home.mkdir()
    known = environment(folder) | {"DASHBOARD_HOME": str(home), "DASHBOARD_REGISTER": str(register)}
    _write(register / OLD_COMMUNES_NAME, OldCommune, [])
    _write(register / COMMUNES_NAME, Commune, _communes(layer_file))
    expected = Expected(read_communes(register), country().carriers)
    _write(home / TABLE_NAME, Carrier, [_carrier(carrier) for carrier in expected.carriers])
    _store_year(expected, home)
    command = (sys.executable, "-m", "dashboard", "boundaries", "import", str(layer_file))
    subprocess.run(command, env=known, check=True, capture_output=True)
    return known


def _communes(layer_file: Path) -> Sequence[Mapping[str, Any]]:
    layer = gpd.read_parquet(layer_file).sort_values("code", ignore_index=True)
    middles = layer.to_crs(6933).centroid.to_crs(4326)
    return [
        {
            "code": code,
            "name": name,
            "kind": "phường" if name.startswith("Phường") else "xã",
            "area_km2": round(area, 2),
            "lon": round(middle.x, 4),
            "lat": round(middle.y, 4),
            "old_district": province.replace("_", " ").title(),
            "old_communes": "",
        }
        for code, name, area, middle, province in zip(
            layer.code, layer.name, area_km2(layer.geometry.array), middles, layer.province, strict=True
        )
    ]


def _carrier(carrier: Carrier) -> Mapping[str, str]:
    row = {"code": carrier.code, "name": carrier.name, "names": "|".join(carrier.names)}
    return row | {"colour": carrier.colour}


def _write(path: Path, record: type[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [field.name for field in fields(record)])
        table.writeheader()
        table.writerows(rows)


def _store_year(expected: Expected, home: Path) -> None:
    store = open_store(home)
    try:
        for report in year_of(expected):
            store_report(store, report)
    finally:
        store.close()
