"""The hexagons: one per commune, in its place as far as there is room, and the kept script makes the file."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import geopandas as gpd
import numpy as np
import pytest
import shapely

from dashboard.paths import GEO_DIR
from dashboard.reference.communes import commune_by_code, communes
from dashboard.reference.hexagons import hexagons

CUBE_STEPS = {(1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The build script, importable as it is when run."""
    sys.path.insert(0, str(GEO_DIR))
    return importlib.import_module("build_hexagons")


def axial(code: str) -> tuple[int, int]:
    """Axial coordinates of a commune's hexagon: neighbours differ by one of six steps."""
    column, row = hexagons()[code]
    return column - (row - row % 2) // 2, row


def are_beside(one: str, other: str) -> bool:
    (q, r), (s, t) = axial(one), axial(other)
    return (q - s, r - t) in CUBE_STEPS


def test_each_commune_has_a_hexagon_of_its_own():
    assert set(hexagons()) == set(commune_by_code())
    assert len(set(hexagons().values())) == len(communes())


def test_the_hexagons_are_one_piece():
    reached, waiting = set(), [communes()[0].code]
    while waiting:
        code = waiting.pop()
        reached.add(code)
        waiting += [other for other in hexagons() if other not in reached and are_beside(code, other)]
    assert reached == set(hexagons())


def test_seven_of_ten_borders_are_kept_and_north_stays_north():
    layer = gpd.read_parquet(GEO_DIR / "schematic.parquet")
    pairs = layer.sindex.query(layer.geometry, predicate="intersects").T
    codes = layer["code"].tolist()
    kept = [are_beside(codes[one], codes[other]) for one, other in pairs if one < other]
    assert np.mean(kept) > 0.65
    places = [(commune.lon, -commune.lat, *hexagons()[commune.code]) for commune in communes()]
    lon, south, column, row = np.array(places).T
    assert np.corrcoef(lon, column)[0, 1] > 0.9
    assert np.corrcoef(south, row)[0, 1] > 0.9


def test_the_script_makes_the_file(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(script, "TARGET_FILE", tmp_path / "hexagons.csv")
    script.main()
    assert (tmp_path / "hexagons.csv").read_text() == (GEO_DIR / "hexagons.csv").read_text()


def test_an_outline_that_no_grid_fits_is_refused(script: ModuleType):
    sliver = shapely.box(0, 0, 10, 0.01)  # holds a row of about 380, or none
    with pytest.raises(ValueError, match="no grid has 166 hexagons"):
        script.assigned(np.zeros((166, 2)), sliver)
