"""From a table whose rows know their communes to a layer ready to publish, or what stands against it."""

from dataclasses import dataclass

import numpy as np

from dashboard.boundaries.coverage import (
    NotACoverageError,
    area_errors_pct,
    area_findings,
    clean,
    draw,
    not_a_coverage,
)
from dashboard.boundaries.crs import Placed, to_wgs84
from dashboard.boundaries.finding import LayerFinding, Severity, has_errors
from dashboard.boundaries.matching import Match
from dashboard.boundaries.placement import doubts
from dashboard.boundaries.reading import RawLayer
from dashboard.boundaries.repair import names, repair
from dashboard.boundaries.writing import Prepared

LISTED_EXTRA_ROWS = 10
Findings = tuple[LayerFinding, ...]


@dataclass(frozen=True)
class Preparation:
    """`prepared` is None where an error is among the findings; `crs_name` where the system stayed unclear."""

    prepared: Prepared | None
    findings: Findings
    crs_name: str | None = None


def prepare(layer: RawLayer, match: Match) -> Preparation:
    """Place, repair, clean and draw the communes of a table; stops at the first stage that finds an error."""
    found = (*layer.findings, *_extra(layer, match), *_missing(match))
    placed = to_wgs84(layer, match.codes)
    if isinstance(placed, LayerFinding):
        return Preparation(None, (*found, placed))
    found += placed.findings
    if has_errors(found):
        return Preparation(None, found, placed.crs_name)
    return _as_coverage(layer, match, placed, found)


def _as_coverage(layer: RawLayer, match: Match, placed: Placed, found: Findings) -> Preparation:
    repaired = repair(match.codes, placed.geometries)
    found += repaired.findings
    if not has_errors(found):
        found += doubts(repaired.codes, repaired.polygons)
    if has_errors(found):
        return Preparation(None, found, placed.crs_name)
    try:
        coverage = clean(repaired.polygons)
        found += area_findings(repaired.codes, area_errors_pct(coverage, repaired.polygons))
        if has_errors(found):
            return Preparation(None, found, placed.crs_name)
        drawing = draw(coverage, repaired.polygons)
    except NotACoverageError:
        return Preparation(None, (*found, not_a_coverage()), placed.crs_name)
    first_rows = [match.codes.index(code) for code in repaired.codes]
    attributes = layer.attributes.iloc[first_rows]
    return Preparation(Prepared(repaired.codes, coverage, attributes, drawing), found, placed.crs_name)


def _missing(match: Match) -> Findings:
    if not match.missing:
        return ()
    count = len(match.missing)
    message = (
        f"Thiếu {count} xã, phường (đối chiếu theo cột “{match.column}”): {names(match.missing, at_most=20)}."
    )
    advice = (
        "Dùng lớp đủ 166 xã, phường hiện nay; nếu có đủ, kiểm tra cách viết mã hoặc tên của các đơn vị này. "
        "Nên có cột mã 5 chữ số."
    )
    return (
        LayerFinding("layer_missing_communes", Severity.ERROR, message, ", ".join(match.missing), advice),
    )


def _extra(layer: RawLayer, match: Match) -> Findings:
    """Rows of no commune of ours: the rest of the country, water, a name written in a way no rule knows."""
    rows = np.flatnonzero([code is None for code in match.codes])
    if not len(rows):
        return ()
    columns = [column for column in match.column.split(" + ") if column in layer.attributes]
    texts = [" ".join(filter(None, layer.attributes.loc[row, columns])) for row in rows[:LISTED_EXTRA_ROWS]]
    count = f"{len(rows):,}".replace(",", ".")
    message = f"{count} vùng không phải xã, phường của tỉnh Thanh Hóa, không đưa vào lớp."
    return (
        LayerFinding("layer_extra_areas", Severity.INFO, message, ", ".join(filter(None, texts)) or None),
    )
