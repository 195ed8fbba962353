"""The rows that every layout by today's communes starts from."""

from collections.abc import Iterator

from dashboard.demo.report import Report
from dashboard.reference.communes import Commune, communes

SIMULATED_NOTE = "SỐ LIỆU MÔ PHỎNG"


def commune_rows(report: Report) -> Iterator[tuple[Commune, tuple[int, ...]]]:
    """Each commune the report has a row for, with its five counts as Python integers."""
    rows = zip(*(counts.tolist() for counts in report.figures.columns()), strict=True)
    for commune, is_reported, counts in zip(communes(), report.is_reported, rows, strict=True):
        if is_reported:
            yield commune, counts
