import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import CRS

from dashboard.boundaries.crs import Placed, to_wgs84, transform, vn2000
from dashboard.boundaries.finding import LayerFinding
from dashboard.boundaries.reading import RawLayer
from dashboard.reference.communes import communes

CODES = tuple(commune.code for commune in communes())
POINT = np.array([shapely.Point(580_000, 2_200_000)], dtype=object)

TM3 = (
    'PROJCS["{name}",GEOGCS["{name}",DATUM["{datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]{shift}],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",{meridian}],'
    'PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)
SHIFT = ",TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]"


def prj(name: str = "VN_2000", datum: str = "D_VN_2000", shift: str = "", meridian: float = 105.0) -> str:
    return TM3.format(name=name, datum=datum, shift=shift, meridian=meridian)


@pytest.fixture(scope="module")
def squares() -> gpd.GeoSeries:
    """A square kilometre around each commune's published point, in metres of VN-2000 / TM-3."""
    points = gpd.points_from_xy([it.lon for it in communes()], [it.lat for it in communes()], crs=4326)
    return gpd.GeoSeries(points).to_crs(5897).buffer(500, cap_style="square")


def layer_of(squares: gpd.GeoSeries, epsg: int, declared: object = None) -> RawLayer:
    geometries = np.asarray(squares.to_crs(epsg).values, dtype=object)
    return RawLayer(
        "Shapefile", pd.DataFrame(), geometries, CRS.from_user_input(declared) if declared else None
    )


def metres_between(one: np.ndarray, other: np.ndarray) -> float:
    return float(shapely.distance(shapely.centroid(one), shapely.centroid(other)).max() * 111_320)


@pytest.mark.parametrize(
    "wkt",
    [
        prj(),
        prj("VN-2000 / TM-3 105-00", "Vietnam_2000"),
        prj("VN2000_Thanh_Hoa", "D_unknown"),
        prj("Viet Nam 2000", "D_WGS_1984"),
        prj("HaNoi-2000", "D_Hanoi_2000", SHIFT),
        prj("VN_2000", "D_VN_2000", SHIFT),
    ],
)
def test_vn2000_is_known_by_whatever_name_a_prj_gives_it(wkt: str):
    found = transform(POINT, CRS.from_wkt(wkt))
    assert metres_between(found, transform(POINT, CRS.from_epsg(5897))) < 0.01


def test_the_zone_of_a_prj_is_kept():
    found = transform(POINT, CRS.from_wkt(prj(meridian=104.75)))
    assert metres_between(found, transform(POINT, CRS.from_epsg(9208))) < 0.01


def test_vn2000_is_some_200_m_from_wgs_84():
    there = transform(POINT, CRS.from_epsg(3405))
    assert 150 < metres_between(there, transform(POINT, CRS.from_epsg(32648))) < 300


@pytest.mark.parametrize("epsg", [4326, 4756, 3405, 5897, 32648, 3857])
def test_a_system_of_the_registry_stays_as_it_is(epsg: int):
    assert vn2000(CRS.from_epsg(epsg)).to_epsg() == epsg


@pytest.mark.parametrize("epsg", [4326, 5897, 3405, 32648, 3857])
def test_what_a_file_declares_is_followed_in_silence(squares: gpd.GeoSeries, epsg: int):
    placed = to_wgs84(layer_of(squares, epsg, epsg), CODES)
    assert isinstance(placed, Placed)
    assert placed.findings == ()
    assert f"EPSG:{epsg}" in placed.crs_name
    assert metres_between(placed.geometries, np.asarray(squares.to_crs(4326).values)) < 0.01


@pytest.mark.parametrize("epsg", [4326, 4756, 5897, 3405, 32648, 9208, 9209, 9206, 9211, 3857])
def test_a_system_nobody_declared_is_found_by_the_published_points_and_told(
    squares: gpd.GeoSeries, epsg: int
):
    placed = to_wgs84(layer_of(squares, epsg), CODES)
    assert isinstance(placed, Placed), placed
    assert [finding.rule for finding in placed.findings] == ["layer_crs_guessed"]
    assert f"EPSG:{epsg}" in placed.crs_name
    assert metres_between(placed.geometries, np.asarray(squares.to_crs(4326).values)) < 0.01


def test_metres_declared_as_degrees_are_as_good_as_undeclared(squares: gpd.GeoSeries):
    placed = to_wgs84(layer_of(squares, 5897, 4326), CODES)
    assert isinstance(placed, Placed)
    assert "EPSG:5897" in placed.crs_name
    assert "không thể đúng" in placed.findings[0].message


def test_degrees_that_fit_two_systems_alike_are_wgs_84(squares: gpd.GeoSeries):
    between = squares.to_crs(4326).translate(0.0009, -0.0005)
    placed = to_wgs84(layer_of(gpd.GeoSeries(between, crs=4326), 4326), CODES)
    assert isinstance(placed, Placed)
    assert "EPSG:4326" in placed.crs_name


@pytest.mark.parametrize(
    "moved", [{"xoff": 40_000}, {"yoff": -3_000_000}, {"xoff": -400_000, "yoff": 3_000}, {"yoff": 330}]
)
def test_metres_that_fit_no_system_clearly_are_refused(squares: gpd.GeoSeries, moved: dict[str, float]):
    shifted = gpd.GeoSeries(squares.translate(**moved), crs=5897)
    found = to_wgs84(layer_of(shifted, 5897), CODES)
    assert isinstance(found, LayerFinding)
    assert found.rule == "layer_crs_unclear"


def test_without_any_matched_area_nothing_is_guessed(squares: gpd.GeoSeries):
    found = to_wgs84(layer_of(squares, 5897), (None,) * len(CODES))
    assert isinstance(found, LayerFinding)
    assert found.rule == "layer_crs_unclear"
