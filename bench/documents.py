"""What leaves the app for the meeting: each kind of file from the figures in the database to its bytes.

Each is made once, so that libraries are read and layouts known, then several times. The figures are the
simulated ones of twelve rounds, with files, findings and corrections, on the layer that the other parts draw.
While documents are made in one thread, the map's question is asked in another, in the same process, as
the app does it: how long that takes, beside how long it takes alone, tells what others notice.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import get_args

from bench.spread import Spread, spread
from bench.year import LAST_ROUND_ON
from dashboard.boundaries.importing import import_layer
from dashboard.briefing.content import BriefingRequest
from dashboard.briefing.files import Kind, make_file
from dashboard.briefing.pdf.communes import SheetRequest, write_commune_sheets
from dashboard.demo.plan import demo_request
from dashboard.demo.run import run_demo
from dashboard.figures.print_map.making import Form, MapRequest, print_map
from dashboard.measures import figures_by_commune
from dashboard.measures.selection import Selection
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store, open_store

REPEATS_COUNT = 5
ROUNDS_COUNT = 12  # of simulated figures, as a first start makes them
LOOK_EVERY_SECONDS = 0.05  # a viewer's filter changes, closer than any hand
SELECTION = Selection(round_on=LAST_ROUND_ON)
Make = Callable[[], object]


@dataclass(frozen=True)
class Documents:
    """Seconds for a file by what it is, again and again; seconds for all commune sheets; and milliseconds of
    the map's question asked alone, and while a report and a map were made."""

    seconds: Mapping[str, Spread]
    sheets_seconds: float
    alone_ms: Spread
    meanwhile_ms: Spread


def measure_documents(folder: Path, layer_file: Path | None) -> Documents:
    """Twelve simulated rounds first; then every kind of file, all sheets, and a viewer beside them."""
    store = open_store(folder)
    try:
        run_demo(demo_request(datetime.now(LOCAL_ZONE), LAST_ROUND_ON, rounds_count=ROUNDS_COUNT), store)
        if layer_file is not None:
            import_layer(layer_file, store)
        made = _makers(store)
        seconds = {name: _again_and_again(make) for name, make in made.items()}
        alone, meanwhile = _beside(store, tuple(made.values()))
        return Documents(seconds, _seconds(lambda: _all_sheets(store)), alone, meanwhile)
    finally:
        store.close()


def _makers(store: Store) -> Mapping[str, Make]:
    request = BriefingRequest(round_on=LAST_ROUND_ON)
    files = {f"briefing, {kind}": _file(request, kind, store) for kind in get_args(Kind)}
    maps = {f"map on A4, {form}": _map(form, store) for form in get_args(Form)}
    return files | maps


def _file(request: BriefingRequest, kind: Kind, store: Store) -> Make:
    return lambda: make_file(request, kind, store)


def _map(form: Form, store: Store) -> Make:
    return lambda: print_map(MapRequest(SELECTION, form), store)


def _all_sheets(store: Store) -> None:
    write_commune_sheets(SheetRequest(LAST_ROUND_ON), store, BytesIO(), lambda *_: None)


def _again_and_again(make: Make) -> Spread:
    make()
    return spread(_seconds(make) for _ in range(REPEATS_COUNT))


def _seconds(make: Make) -> float:
    began = time.perf_counter()
    make()
    return time.perf_counter() - began


def _beside(store: Store, makers: tuple[Make, ...]) -> tuple[Spread, Spread]:
    """The same viewer alone and while every kind of file is made once, one after the other."""
    over = threading.Event()

    def make_all() -> None:
        for make in makers:
            make()
        over.set()

    worker = threading.Thread(target=make_all)
    alone = spread(_look(store) for _ in range(4 * REPEATS_COUNT))
    worker.start()
    looks = []
    while not over.is_set():
        looks.append(_look(store))
    worker.join()
    return alone, spread(looks)


def _look(store: Store) -> float:
    """The question behind a change of filters, asked of the database: what viewers asked before is kept."""
    time.sleep(LOOK_EVERY_SECONDS)
    with store.reader() as cursor:
        return 1000 * _seconds(lambda: figures_by_commune(cursor, SELECTION.scope))
