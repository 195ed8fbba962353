"""A workbook still by the communes of before 1 July 2025, with their districts."""

from functools import cache
from io import BytesIO

import numpy as np

from dashboard.demo.figures import IN_FORCE_ON, Counts, Figures, Floats, random_for
from dashboard.demo.layouts.rows import SIMULATED_NOTE
from dashboard.demo.layouts.workbook import workbook_into
from dashboard.demo.report import Report
from dashboard.reference.communes import communes
from dashboard.reference.old_communes import OldCommune, old_communes

HEADER = (
    "Huyện/TX/TP",
    "Xã/phường/TT",
    "Phải xác thực",
    "Hoàn thành",
    "Còn lại",
    "Khóa chiều đi",
    "Khóa cả hai chiều",
)


def old_communes_xlsx(report: Report) -> bytes:
    """The report as XLSX; the rows of what became one commune sum to its counts.

    The counts of old communes that were divided belong to the one that takes them whole
    (OldCommune.commune_code); where the report has none of them, the others carry all.
    """
    target = BytesIO()
    with workbook_into(target, report.sent_at) as workbook:
        sheet = workbook.add_worksheet("Sheet")
        sheet.write(0, 0, f"VIETNAMOBILE - CHI NHÁNH THANH HOÁ ({SIMULATED_NOTE})")
        sheet.write(1, 0, f"Báo cáo ngày {report.round_on:%d/%m/%Y}")
        sheet.write_row(2, 0, HEADER)
        for row, values in enumerate(_rows(report), start=3):
            sheet.write_row(row, 0, values)
    return target.getvalue()


def _rows(report: Report) -> list[tuple[str | int, ...]]:
    """Rows in the order of the old codes, so that districts stay together."""
    weights = _weights(report.seed)
    rows: dict[str, tuple[str | int, ...]] = {}
    for place, olds in enumerate(_olds_by_commune(report.has_divided_communes)):
        if report.is_reported[place]:
            shares = np.array([weights[old.code] for old in olds])
            rows |= _rows_of_commune(report.figures, place, olds, shares)
    return [rows[code] for code in sorted(rows)]


def _rows_of_commune(
    figures: Figures, place: int, olds: tuple[OldCommune, ...], weights: Floats
) -> dict[str, tuple[str | int, ...]]:
    """Old code -> row. Splits what does not overlap, so that every row adds up by itself."""
    locked = (figures.locked_one_way_count, figures.locked_two_way_count)
    apart = (figures.verified_count, figures.unverified_count - locked[0] - locked[1], *locked)
    parts = (_split(int(counts[place]), weights).tolist() for counts in apart)
    rows: dict[str, tuple[str | int, ...]] = {}
    for old, verified, unlocked, one_way, two_way in zip(olds, *parts, strict=True):
        unverified = unlocked + one_way + two_way
        counts = (verified + unverified, verified, unverified, one_way, two_way)
        rows[old.code] = (old.district, old.name, *counts)
    return rows


@cache
def _weights(seed: int) -> dict[str, float]:
    """Old code -> its weight among the old communes that became the same one; the same every week."""
    drawn = random_for(seed, IN_FORCE_ON, "old communes").uniform(0.6, 1.4, len(old_communes()))
    return {old.code: float(weight) for old, weight in zip(old_communes(), drawn, strict=True)}


@cache
def _olds_by_commune(with_divided: bool) -> tuple[tuple[OldCommune, ...], ...]:
    olds: dict[str, list[OldCommune]] = {commune.code: [] for commune in communes()}
    for old in old_communes():
        if with_divided or not old.is_divided:
            olds[old.commune_code].append(old)
    return tuple(map(tuple, olds.values()))


def _split(count: int, weights: Floats) -> Counts:
    """Whole numbers in about the proportion of `weights`, summing to `count`."""
    ends: Counts = np.rint(count * np.cumsum(weights) / weights.sum()).astype(np.int64)
    return np.diff(ends, prepend=0)
