"""A year of reports into an empty database, and the map's question asked of it."""

import time
from dataclasses import dataclass
from pathlib import Path

from bench.spread import Spread, spread
from bench.year import LAST_ROUND_ON, store_report, year_of
from dashboard.measures import Basis, Expected, Scope, figures_by_commune
from dashboard.store.database import Store, open_store

QUESTIONS_COUNT = 30


@dataclass(frozen=True)
class Load:
    """Seconds for a year, one transaction per report; rows; size on disk; milliseconds per question asked."""

    rows_count: int
    reports_count: int
    seconds: float
    database_mib: float
    this_week_ms: Spread
    last_known_ms: Spread


def measure_load(expected: Expected, folder: Path) -> Load:
    """Make the year first, then time what the database does with it."""
    reports = list(year_of(expected))
    store = open_store(folder)
    try:
        began = time.perf_counter()
        for report in reports:
            store_report(store, report)
        seconds = time.perf_counter() - began
        this_week, last_known = (_ask(store, expected, basis) for basis in ("this-week", "last-known"))
    finally:
        store.close()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    rows_count = sum(report.figures.num_rows for report in reports)
    return Load(rows_count, len(reports), seconds, size / 2**20, this_week, last_known)


def _ask(store: Store, expected: Expected, basis: Basis) -> Spread:
    """The figures of the latest round by commune, over all carriers."""
    scope = Scope(round_on=LAST_ROUND_ON, basis=basis)
    times = []
    for _ in range(QUESTIONS_COUNT):
        cursor = store.reader()
        began = time.perf_counter()
        figures_by_commune(cursor, scope, expected)
        times.append(1000 * (time.perf_counter() - began))
        cursor.close()
    return spread(times)
