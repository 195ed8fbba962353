"""What is published about the communes: a coordinate, an area, and the bounding boxes of the old communes.

Source: PyPI's `vietnamadminunits` 1.0.4 (MIT): tables admin_units, admin_units_legacy; converter_2025.json.
"""

import json
from dataclasses import dataclass
from importlib.resources import files

import pandas as pd
from pyproj import Transformer
from vietnamadminunits.database import get_data

# Lambert's azimuthal equal-area projection about the middle of the province: areas are true, and lengths are
# off by less than 0.02 % at its edges, 120 km away.
METRIC_CRS = "+proj=laea +lat_0=20 +lon_0=105.3 +datum=WGS84 +units=m"

# Communes of other provinces matter as competitors only when they touch the province; the largest of those
# reach less than this far from the nearest coordinate of a commune inside.
NEIGHBOURHOOD_M = 30_000

Row = dict[str, object]


@dataclass(frozen=True)
class Published:
    """The facts the layer is built from; lengths in metres of METRIC_CRS, areas in square metres.

    `communes`: code, name, province_code, x_m, y_m, area_m2; one row per commune of today.
    `boxes`: commune (row in `communes`), west_m, south_m, east_m, north_m, old_key, is_divided; one row per
    pair of an old commune and a commune of today that took it over, whole or (is_divided) in part.
    """

    communes: pd.DataFrame
    boxes: pd.DataFrame


def read_published(province_code: str) -> Published:
    """Return what is published about a province's communes and those of other provinces around it."""
    communes = _communes_around(province_code)
    mergers = _mergers().merge(communes.reset_index(names="commune"), on=["province_key", "ward_key"])
    boxes = mergers.merge(_old_boxes(), on="old_key").sort_values(["commune", "old_key"], ignore_index=True)
    return Published(
        communes=communes.drop(columns=["province_key", "ward_key"]),
        boxes=boxes[["commune", "west_m", "south_m", "east_m", "north_m", "old_key", "is_divided"]],
    )


def _communes_around(province_code: str) -> pd.DataFrame:
    names = {
        "wardCode": "code", "ward": "name", "provinceCode": "province_code", "provinceKey": "province_key",
        "wardKey": "ward_key", "wardLon": "lon", "wardLat": "lat", "wardAreaKm2": "area_km2",
    }  # fmt: skip
    communes = pd.DataFrame(get_data(list(names))).rename(columns=names).dropna(subset="area_km2")
    communes["x_m"], communes["y_m"] = _to_metres(communes["lon"], communes["lat"])
    communes["area_m2"] = communes["area_km2"] * 1e6
    inside = communes[communes["province_code"] == province_code]
    near = pd.Series(data=True, index=communes.index)
    for axis in ("x_m", "y_m"):
        low, high = inside[axis].min() - NEIGHBOURHOOD_M, inside[axis].max() + NEIGHBOURHOOD_M
        near &= communes[axis].between(low, high)
    kept = ["code", "name", "province_code", "province_key", "ward_key", "x_m", "y_m", "area_m2"]
    return communes.loc[near, kept].sort_values("code", ignore_index=True)


def _old_boxes() -> pd.DataFrame:
    """Return the bounding boxes of the old communes (published as "south,west – north,east" in degrees)."""
    fields = ["provinceKey", "districtKey", "wardKey", "wardBounds"]
    old = pd.DataFrame(get_data(fields, table="admin_units_legacy")).dropna(subset="wardBounds")
    degrees = old["wardBounds"].str.extract(r"([\d.]+),([\d.]+) – ([\d.]+),([\d.]+)").astype(float)
    boxes = pd.DataFrame({"old_key": old["provinceKey"] + "_" + old["districtKey"] + "_" + old["wardKey"]})
    boxes["west_m"], boxes["south_m"] = _to_metres(degrees[1], degrees[0])
    boxes["east_m"], boxes["north_m"] = _to_metres(degrees[3], degrees[2])
    return boxes.drop_duplicates("old_key")


def _mergers() -> pd.DataFrame:
    """Return which old commune (old_key) went into which commune of today (province_key, ward_key)."""
    text = files("vietnamadminunits").joinpath("data/converter_2025.json").read_text(encoding="utf-8")
    mapping = json.loads(text)
    rows: list[Row] = [
        {"province_key": province, "ward_key": ward, "old_key": old, "is_divided": False}
        for province, wards in mapping["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
        for ward, olds in wards.items()
        for old in olds
    ]
    rows += [
        {"province_key": province, "ward_key": part["newWardKey"], "old_key": old, "is_divided": True}
        for province, olds in mapping["DICT_PROVINCE_WARD_DIVIDED"].items()
        for old, parts in olds.items()
        for part in parts
    ]
    return pd.DataFrame(rows).drop_duplicates(["province_key", "ward_key", "old_key"])


def _to_metres(lon: pd.Series, lat: pd.Series) -> tuple[pd.Series, pd.Series]:
    x_m, y_m = Transformer.from_crs("EPSG:4326", METRIC_CRS, always_xy=True).transform(lon, lat)
    return pd.Series(x_m, index=lon.index), pd.Series(y_m, index=lat.index)
