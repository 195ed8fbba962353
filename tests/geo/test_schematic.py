"""The schematic layer: what the committed file promises, and that the kept script makes it."""

import csv
import importlib
import sys
from types import ModuleType
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely

from dashboard.paths import DATA_DIR, GEO_DIR, SHARED_DIR

LAYER_FILE = GEO_DIR / "schematic.parquet"
REAL_FILE = SHARED_DIR / "geo" / "thanh_hoa_communes.parquet"


@pytest.fixture(scope="module")
def layer() -> gpd.GeoDataFrame:
    return gpd.read_parquet(LAYER_FILE).set_index("code")


@pytest.fixture(scope="module")
def listed() -> pd.DataFrame:
    """The communes of the reference tables."""
    with (DATA_DIR / "communes.csv").open(encoding="utf-8", newline="") as file:
        return pd.DataFrame(csv.DictReader(file)).set_index("code").astype({"area_km2": float})


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The build script, importable as it is when run: its own folder first on the path."""
    sys.path.insert(0, str(GEO_DIR))
    return importlib.import_module("build_schematic")


def overlap(one: gpd.GeoSeries, other: gpd.GeoSeries) -> pd.Series:
    """Intersection over union of each pair of polygons, in an equal-area projection."""
    one, other = (shapely.make_valid(it.to_crs("EPSG:6933").to_numpy()) for it in (one, other.loc[one.index]))
    return shapely.area(shapely.intersection(one, other)) / shapely.area(shapely.union(one, other))


def test_every_commune_has_its_code_and_name(layer: gpd.GeoDataFrame, listed: pd.DataFrame):
    assert len(layer) == 166
    assert layer["name"].to_dict() == listed["name"].to_dict()
    assert layer.crs == "EPSG:4326"


def test_every_commune_is_one_valid_polygon(layer: gpd.GeoDataFrame):
    assert set(layer.geom_type) == {"Polygon"}
    assert layer.is_valid.all()
    assert shapely.get_num_interior_rings(layer.geometry.to_numpy()).sum() == 0


def test_communes_meet_without_gaps_or_overlaps(layer: gpd.GeoDataFrame):
    assert shapely.coverage_is_valid(layer.geometry.to_numpy())
    province = shapely.coverage_union_all(layer.geometry.to_numpy())
    assert province.geom_type == "Polygon"
    assert len(province.interiors) == 0


def test_areas_are_the_published_ones(layer: gpd.GeoDataFrame, listed: pd.DataFrame):
    geod = pyproj.Geod(ellps="WGS84")
    area_km2 = layer.geometry.map(lambda polygon: abs(geod.geometry_area_perimeter(polygon)[0]) / 1e6)
    assert (area_km2 / listed["area_km2"] - 1).abs().max() < 0.03


def test_the_file_is_small():
    assert LAYER_FILE.stat().st_size < 200_000


@pytest.mark.real_layers
def test_it_looks_like_the_province(layer: gpd.GeoDataFrame):
    real = gpd.read_parquet(REAL_FILE).set_index("code")
    shares = overlap(layer.geometry, real.geometry)
    assert np.median(shares) >= 0.65
    assert shares.min() >= 0.2


def test_the_script_makes_the_file(layer: gpd.GeoDataFrame, script: ModuleType):
    """Not byte for byte: another processor rounds a few cells on a border to the other side."""
    built = script.build_layer("38").set_index("code")
    assert built["name"].to_dict() == layer["name"].to_dict()
    assert overlap(layer.geometry, built.geometry).min() > 0.95


def facts(boxes: list[tuple[int, float, float, float, str]]) -> Any:
    """Two communes of 16 km2 side by side, with square boxes (commune, x, y, side, old commune; km)."""
    from schematic.published import Published

    sides = [
        {
            "commune": commune,
            "west_m": (x - side / 2) * 1e3,
            "south_m": (y - side / 2) * 1e3,
            "east_m": (x + side / 2) * 1e3,
            "north_m": (y + side / 2) * 1e3,
            "old_key": key,
            "is_divided": False,
        }
        for commune, x, y, side, key in boxes
    ]
    communes = pd.DataFrame({"code": ["1", "2"], "province_code": "38", "x_m": [0.0, 4e3], "y_m": 0.0})
    return Published(communes.assign(name="", area_m2=[16e6, 16e6]), pd.DataFrame(sides))


@pytest.mark.usefixtures("script")
@pytest.mark.parametrize(
    ("box", "is_believable"),
    [
        pytest.param((0, 1, 1, 3, "a"), True, id="within its commune"),
        pytest.param((0, 1, 1, 9, "a"), False, id="a district's"),
        pytest.param((0, 1, 1, 0.2, "a"), False, id="a house's"),
        pytest.param((0, 6, 0, 3, "a"), False, id="a namesake's elsewhere"),
        pytest.param((0, 4, 0, 3, "a"), False, id="given to two, and lies on the other"),
    ],
)
def test_wrong_boxes_are_found_out(box: tuple[int, float, float, float, str], is_believable: bool):
    from schematic.believable import believable

    verdicts = believable(facts([box, (1, 4, 0, 3, "b")]))
    assert verdicts.tolist() == [is_believable, True]


@pytest.mark.usefixtures("script")
def test_prices_give_each_commune_its_area_and_centre():
    from schematic.balance import balance, distrust_centres, free_prices, targets_of
    from schematic.candidates import find_candidates

    published = facts([(0, 0.5, 0, 5, "a"), (1, 3.5, 0, 5, "b")])
    candidates, targets = find_candidates(published), targets_of(published)
    prices, share = balance(targets, candidates, free_prices(targets))
    _, share = balance(distrust_centres(targets, candidates, share), candidates, prices)
    for commune in (0, 1):
        mine = candidates.owner == commune
        assert share[mine].sum() == pytest.approx(targets.cells[commune], rel=0.03)
        assert np.average(candidates.east[mine], weights=share[mine]) == pytest.approx(0, abs=0.05)


@pytest.mark.usefixtures("script")
def test_pieces_apart_and_holes_are_stray():
    from schematic.settle import stray_cells

    owners = np.array([[0, 0, 0, 1, 1], [0, 5, 0, 1, 0], [0, 0, 0, 1, 1], [9, 9, 9, 9, 9]])
    assert np.argwhere(stray_cells(owners, 2)).tolist() == [[1, 1], [1, 4]]


@pytest.mark.usefixtures("script")
def test_drawn_outlines_are_a_coverage_that_keeps_areas():
    from schematic.candidates import CELL_M, Grid
    from schematic.outline import draw

    column, row = np.meshgrid(np.arange(60), np.arange(60))
    owners = np.where(np.hypot(column - 30, row - 30) > 25, -1, np.where(2 * column + row > 90, 1, 0))
    drawn = draw(owners, Grid(0.0, 0.0, 60, 60), 2)
    assert shapely.coverage_is_valid(drawn.geometry.to_numpy())
    cells = drawn.area / CELL_M**2
    assert cells.to_numpy() == pytest.approx(np.bincount(owners[owners >= 0]), rel=0.02)
