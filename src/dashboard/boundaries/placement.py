"""Whether areas lie where the communes are: against published points and areas (data/communes.csv)."""

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from dashboard.boundaries.finding import LayerFinding, Severity
from dashboard.boundaries.reading import Geometries
from dashboard.reference.communes import commune_by_code

# Published points are the centroids of the official polygons: in the real layer half of them lie within 40 m
# of ours, and the median shift is under 1 m (schematic layer: 180 m and 33 m). A wrong datum shifts all alike
# by 200 m, a wrong zone by more than the province's width, wrong codes each its own way.
DOUBTFUL_SHIFT_M = 100
WRONG_DISTANCE_M = 3_000
# In the real layer one commune of 166 is off by more than 10 % (21 %). Units of before July 2025, three to a
# commune of today and often with its code, are off by about two thirds.
WRONG_AREA_PCT = 25
WRONG_AREA_SHARE = 0.1

KM_PER_DEGREE = 111.32  # of latitude, and of longitude at the equator
EQUAL_AREA = Transformer.from_crs(CRS.from_epsg(4326), CRS.from_epsg(6933), always_xy=True)


def area_km2(geometries: Geometries) -> NDArray[np.float64]:
    """Area on the ellipsoid, in km², of geometries in EPSG:4326; by the equal-area EPSG:6933."""

    def convert(points: np.ndarray) -> np.ndarray:
        return np.column_stack(EQUAL_AREA.transform(points[:, 0], points[:, 1]))

    return np.asarray(shapely.area(shapely.transform(geometries, convert)) / 1e6)


def offsets_m(codes: tuple[str | None, ...], geometries: Geometries) -> NDArray[np.float64]:
    """From published point to centroid, metres east and north, a row for each commune; shape (communes, 2).

    `geometries` are in EPSG:4326, one per code; those of no commune (None) or without centroid are left out.
    """
    centroids = shapely.centroid(geometries)
    pairs = zip(codes, centroids, strict=True)
    found = [
        (commune_by_code()[code], it) for code, it in pairs if code and it is not None and not it.is_empty
    ]
    degrees = np.array([(it.x - commune.lon, it.y - commune.lat) for commune, it in found]).reshape(-1, 2)
    shrink = np.cos(np.radians([commune.lat for commune, _ in found]))
    metres = degrees * KM_PER_DEGREE * 1_000
    return np.column_stack([metres[:, 0] * shrink, metres[:, 1]])


def median_shift_m(codes: tuple[str | None, ...], geometries: Geometries) -> float:
    """How far the layer as a whole is shifted, in metres; infinite where nothing can be compared."""
    offsets = offsets_m(codes, geometries)
    if not len(offsets) or not np.isfinite(offsets).all():
        return float("inf")
    return float(np.hypot(*np.median(offsets, axis=0)))


def doubts(codes: tuple[str, ...], polygons: Geometries) -> tuple[LayerFinding, ...]:
    """Findings where a layer cannot be the communes of today, or seems shifted; `polygons` in EPSG:4326."""
    distance_m = float(np.median(np.hypot(*offsets_m(codes, polygons).T)))
    if distance_m > WRONG_DISTANCE_M:
        return (_misplaced(distance_m),)
    published_km2 = np.array([commune_by_code()[code].area_km2 for code in codes])
    is_off = np.abs(area_km2(polygons) / published_km2 - 1) * 100 > WRONG_AREA_PCT
    if is_off.mean() > WRONG_AREA_SHARE:
        return (_other_units(int(is_off.sum())),)
    odd = tuple(_odd_area(code) for code, is_odd in zip(codes, is_off, strict=True) if is_odd)
    shift_m = median_shift_m(codes, polygons)
    return (_shifted(shift_m), *odd) if shift_m > DOUBTFUL_SHIFT_M else odd


def _misplaced(distance_m: float) -> LayerFinding:
    return LayerFinding(
        "layer_misplaced",
        Severity.ERROR,
        "Các vùng không nằm ở vị trí của xã, phường: "
        f"lệch trung vị {distance_m / 1_000:.0f} km so với tọa độ công bố.",
        None,
        "Kiểm tra hệ tọa độ (kinh tuyến trục, múi chiếu) và cột mã, tên của lớp.",
    )


def _other_units(count: int) -> LayerFinding:
    return LayerFinding(
        "layer_other_units",
        Severity.ERROR,
        f"{count} xã, phường có diện tích lệch quá {WRONG_AREA_PCT} % so với công bố: "
        "lớp này có vẻ là ranh giới trước ngày 01/7/2025.",
        None,
        "Dùng lớp theo 166 xã, phường hiện nay. Mã cũ và mã mới có thể trùng nhau mà khác địa giới.",
    )


def _odd_area(code: str) -> LayerFinding:
    commune = commune_by_code()[code]
    return LayerFinding(
        "layer_odd_area",
        Severity.WARNING,
        f"Diện tích của {commune.name} trong lớp lệch quá {WRONG_AREA_PCT} % so với công bố.",
        code,
    )


def _shifted(shift_m: float) -> LayerFinding:
    return LayerFinding(
        "layer_shifted",
        Severity.WARNING,
        f"Lớp lệch khoảng {shift_m:.0f} m so với tọa độ công bố; có thể hệ quy chiếu ghi trong tệp "
        "chưa đúng (nhầm giữa VN-2000 và WGS 84 gây lệch khoảng 200 m).",
        None,
        "Kiểm tra hệ tọa độ của tệp.",
    )
