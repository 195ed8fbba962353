"""One sound area per commune: invalid rings mended, points and lines dropped, parts of a commune united."""

from dataclasses import dataclass

import numpy as np
import shapely

from dashboard.boundaries.finding import LayerFinding, Severity
from dashboard.boundaries.reading import Geometries
from dashboard.reference.communes import commune_by_code, communes

# Parts of one commune (islands, exclaves) touch at most along digitising noise; more than 1 % of common area
# means two versions of the commune in one file, and nobody can say which one is meant.
MAX_COMMON_AREA_SHARE = 0.01


@dataclass(frozen=True)
class Repaired:
    """Communes ordered by code, a valid Polygon or MultiPolygon each, and what was done to them."""

    codes: tuple[str, ...]
    polygons: Geometries
    findings: tuple[LayerFinding, ...]


def repair(codes: tuple[str | None, ...], geometries: Geometries) -> Repaired:
    """One valid area for each commune among the rows; `geometries` in EPSG:4326, one per row.

    Rows of no commune (code None) are left out. An error is found for a commune whose rows have no area, have
    coordinates that are no numbers, or overlap one another; such communes are not among the result.
    """
    rows_of = _rows_by_code(codes)
    sound = {code: only_areas(geometries[rows]) for code, rows in rows_of.items()}
    empty = tuple(code for code, areas in sound.items() if not len(areas))
    doubled = tuple(code for code, areas in sound.items() if _overlap(areas))
    good = tuple(code for code in rows_of if code not in {*empty, *doubled})
    mended = tuple(code for code in good if not shapely.is_valid(geometries[rows_of[code]]).all())
    united = tuple(code for code in good if len(rows_of[code]) > 1)
    findings = (*map(_no_area, empty), *map(_contradiction, doubled), *_mended(mended), *_united(united))
    polygons = np.array([shapely.union_all(sound[code]) for code in good], dtype=object)
    return Repaired(good, polygons, findings)


def only_areas(geometries: Geometries) -> Geometries:
    """Valid polygons and multipolygons of geometries: bow-ties opened, overlapping shells merged.

    Points and lines are left out. Of what has coordinates that are not finite nothing is kept.
    """
    finite = geometries[np.isfinite(shapely.bounds(geometries)).all(axis=1)]
    valid = shapely.make_valid(finite, method="structure", keep_collapsed=False)
    parts = [_areal(geometry) for geometry in valid]
    return np.array([part for part in parts if not part.is_empty], dtype=object)


def _areal(geometry: shapely.Geometry) -> shapely.Geometry:
    """What of a geometry is area; parts that still share an edge (GEOS 3.14 can leave such) are merged."""
    if shapely.get_type_id(geometry) in (3, 6) and geometry.is_valid:
        return geometry
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.union_all(parts[shapely.get_type_id(parts) == 3])


def _rows_by_code(codes: tuple[str | None, ...]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {commune.code: [] for commune in communes()}
    for row, code in enumerate(codes):
        if code is not None:
            rows[code].append(row)
    return {code: found for code, found in rows.items() if found}


def _overlap(areas: Geometries) -> bool:
    united = shapely.area(shapely.union_all(areas)) if len(areas) > 1 else 0.0
    return bool(united and shapely.area(areas).sum() - united > MAX_COMMON_AREA_SHARE * united)


def names(codes: tuple[str, ...], at_most: int = 10) -> str:
    """Names of communes for a sentence, the first ones and how many more."""
    listed = ", ".join(commune_by_code()[code].name for code in codes[:at_most])
    return f"{listed} và {len(codes) - at_most} đơn vị khác" if len(codes) > at_most else listed


def _no_area(code: str) -> LayerFinding:
    return LayerFinding(
        "layer_no_geometry",
        Severity.ERROR,
        f"{commune_by_code()[code].name} không có hình dạng vùng dùng được trong tệp.",
        code,
        "Kiểm tra hình của đơn vị này trong tệp gốc.",
    )


def _contradiction(code: str) -> LayerFinding:
    return LayerFinding(
        "layer_doubled_commune",
        Severity.ERROR,
        f"{commune_by_code()[code].name} có nhiều vùng chồng lên nhau trong tệp, không rõ vùng nào đúng.",
        code,
        "Chỉ giữ lại một vùng (hoặc các phần rời nhau) cho mỗi xã, phường.",
    )


def _mended(codes: tuple[str, ...]) -> tuple[LayerFinding, ...]:
    message = (
        f"Đã sửa hình không hợp lệ (đường biên tự cắt, vòng hở, ...) của {len(codes)} đơn vị: {names(codes)}."
    )
    return (LayerFinding("layer_mended", Severity.INFO, message, ", ".join(codes)),) if codes else ()


def _united(codes: tuple[str, ...]) -> tuple[LayerFinding, ...]:
    message = f"{len(codes)} đơn vị gồm nhiều phần ghi thành nhiều dòng, đã gộp lại: {names(codes)}."
    return (LayerFinding("layer_parts_united", Severity.INFO, message, ", ".join(codes)),) if codes else ()
