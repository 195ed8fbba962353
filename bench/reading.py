"""Reading one report file: from its bytes to typed, matched and checked rows, the limited child included."""

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.spread import Spread, spread
from dashboard.intake.examine import examine
from dashboard.intake.request import IntakeRequest
from dashboard.paths import PROJECT_DIR
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store, open_store

EXAMPLES_DIR = PROJECT_DIR / "tests" / "examples"
REPEATS_COUNT = 3


@dataclass(frozen=True)
class Reading:
    """Milliseconds per file over all example reports, and the slowest file's name."""

    file_ms: Spread
    slowest_name: str


def measure_reading(folder: Path) -> Reading:
    """Every good example report, several times, against an empty database."""
    files = sorted(path for path in EXAMPLES_DIR.iterdir() if path.stem[-1].isdigit())
    store = open_store(folder / "reading")
    try:
        times = {path: [_read_ms(path, store) for _ in range(REPEATS_COUNT)] for path in files}
    finally:
        store.close()
    slowest = max(files, key=lambda path: min(times[path]))
    return Reading(spread(ms for each in times.values() for ms in each), slowest.name)


def _read_ms(path: Path, store: Store) -> float:
    request = IntakeRequest(
        file_name=path.name,
        content=path.read_bytes(),
        received_at=datetime.now(LOCAL_ZONE),
        taken_in_by="bench",
        way="bench",
    )
    began = time.perf_counter()
    examine(request, store)
    return 1000 * (time.perf_counter() - began)
