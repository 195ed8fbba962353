"""Coordinate systems: VN-2000 by whatever name, and what a file that names none must be in."""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.crs import ProjectedCRS
from pyproj.exceptions import ProjError

from dashboard.boundaries.finding import LayerFinding, Severity
from dashboard.boundaries.placement import median_shift_m
from dashboard.boundaries.reading import Geometries, RawLayer

WGS84 = CRS.from_epsg(4326)
VN2000 = CRS.from_epsg(4756)
VN2000_NAME = re.compile(r"vn[\s_-]?2000|viet\s?nam[\s_-]?2000|ha\s?noi[\s_-]?2000", re.IGNORECASE)

# What layers of Thanh Hóa come in: degrees; VN-2000 / TM-3 at 105°, the province's own by Circular
# 973/2001/TT-TCĐC; UTM 48N on VN-2000 and on WGS 84; TM-3 of neighbouring provinces; web maps.
GEOGRAPHIC = (4326, 4756)
PROJECTED = (5897, 3405, 32648, 9208, 9209, 9206, 9211, 3857)

LIKELY_SHIFT_M = (
    300  # of the layer as a whole: under 40 m in the right system (placement.py), 200 m up in others
)
CLEARLY_BETTER = 2.0  # times nearer than the next; VN-2000 taken for WGS 84 is 200 m off, TM-3 for UTM 660 m


@dataclass(frozen=True)
class Placed:
    """Geometries in EPSG:4326 (lon, lat), the name of the system they came in, and what there is to say."""

    geometries: Geometries
    crs_name: str
    findings: tuple[LayerFinding, ...] = ()


def to_wgs84(layer: RawLayer, codes: tuple[str | None, ...]) -> Placed | LayerFinding:
    """A layer's geometries in EPSG:4326, or why that is unclear; `codes` says which commune each row is.

    A file without a system, or whose coordinates cannot be in the one it names, is tried in those that layers
    of the province come in: the one that puts the communes on their published points is taken, if it does so
    clearly better than the others. Degrees without a system are WGS 84 unless VN-2000 fits clearly better.
    """
    declared = _usable(layer)
    if declared is not None:
        return Placed(transform(layer.geometries, declared), _name(declared))
    bounds = shapely.total_bounds(layer.geometries)
    shifts = {epsg: _shift_m(layer.geometries, codes, epsg) for epsg in _candidates(bounds)}
    best = min(shifts, key=lambda epsg: shifts[epsg], default=None)
    if best is None or shifts[best] > LIKELY_SHIFT_M:
        return _unclear(bounds)
    if not _is_clear(shifts, best):
        if best not in GEOGRAPHIC:
            return _unclear(bounds)
        best = GEOGRAPHIC[0]
    guessed = CRS.from_epsg(best)
    return Placed(
        transform(layer.geometries, guessed), _name(guessed), (_guessed(guessed, shifts[best], layer.crs),)
    )


def transform(geometries: Geometries, crs: CRS) -> Geometries:
    """Geometries of a system in EPSG:4326, axes lon, lat; coordinates beyond its reach become infinite."""
    proper = vn2000(crs)
    if proper == WGS84:
        return geometries
    transformer = _to_wgs84(proper)

    def convert(points: np.ndarray) -> np.ndarray:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    return np.asarray(shapely.transform(geometries, convert), dtype=object)


@lru_cache(maxsize=16)
def _to_wgs84(crs: CRS) -> Transformer:
    """Finding the best way between two systems takes PROJ a tenth of a second."""
    return Transformer.from_crs(crs, WGS84, always_xy=True)


def vn2000(crs: CRS) -> CRS:
    """The same system on the VN-2000 of EPSG where a file's own text names VN-2000, else as it is.

    A .prj spells the datum in many ways; of one that it does not know, PROJ would leave out the shift to
    WGS 84, some 200 m in Thanh Hóa.
    """
    if not VN2000_NAME.search(crs.to_wkt()):
        return crs
    # Of one that brings parameters towards WGS 84 only the system counts: those of EPSG are better.
    plain = crs.source_crs if crs.is_bound and crs.source_crs else crs
    if plain.to_epsg(min_confidence=100):
        return plain
    return ProjectedCRS(plain.coordinate_operation, geodetic_crs=VN2000) if plain.is_projected else VN2000


def _usable(layer: RawLayer) -> CRS | None:
    """The system a layer names, unless it is degrees and the coordinates are not."""
    if layer.crs is None:
        return None
    is_in_degrees = np.abs(shapely.total_bounds(layer.geometries)).max() <= 360
    return None if layer.crs.is_geographic and not is_in_degrees else layer.crs


def _candidates(bounds: np.ndarray) -> tuple[int, ...]:
    west, south, east, north = bounds
    if 90 <= west <= east <= 120 and 0 <= south <= north <= 30:
        return GEOGRAPHIC
    return PROJECTED if np.isfinite(bounds).all() and np.abs(bounds).max() > 360 else ()


def _shift_m(geometries: Geometries, codes: tuple[str | None, ...], epsg: int) -> float:
    try:
        return median_shift_m(codes, transform(geometries, CRS.from_epsg(epsg)))
    except ProjError:
        return float("inf")


def _is_clear(shifts: dict[int, float], best: int) -> bool:
    others = [offset for epsg, offset in shifts.items() if epsg != best]
    return min(others, default=float("inf")) > CLEARLY_BETTER * shifts[best]


def _name(crs: CRS) -> str:
    epsg = vn2000(crs).to_epsg(min_confidence=100)
    return f"{crs.name} (EPSG:{epsg})" if epsg else str(crs.name)


def _guessed(crs: CRS, shift_m: float, declared: CRS | None) -> LayerFinding:
    said = "không thể đúng với hệ tọa độ ghi trong tệp" if declared else "không kèm hệ tọa độ"
    return LayerFinding(
        "layer_crs_guessed",
        Severity.WARNING,
        f"Tọa độ trong tệp {said}; đã hiểu là {_name(crs)}, vì khi đó các xã, phường nằm đúng tọa độ công bố "
        f"(lệch chung {shift_m:.0f} m).",
        _name(crs),
        "Nếu không đúng, hãy bổ sung hệ tọa độ (tệp .prj) rồi nhập lại.",
    )


def _unclear(bounds: np.ndarray) -> LayerFinding:
    return LayerFinding(
        "layer_crs_unclear",
        Severity.ERROR,
        "Tệp không kèm hệ tọa độ và không suy ra được một cách chắc chắn từ tọa độ.",
        ", ".join(f"{value:.6g}" for value in bounds),
        "Bổ sung hệ tọa độ (tệp .prj; thường là VN-2000 kinh tuyến trục 105°00', múi 3°) rồi nhập lại.",
    )
