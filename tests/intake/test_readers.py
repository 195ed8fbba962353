"""Readers while files come in: the old figures until the new ones are whole."""

import threading
from datetime import date
from pathlib import Path

from dashboard.intake.several import take_in_each
from dashboard.measures import Scope, figures_by_province
from dashboard.store.database import Store
from tests.intake.reports import request_of

ROUND_ON = date(2026, 11, 11)
NAMES = (
    "wintel_2026-11-11.csv",
    "vinaphone_2026-11-11.csv",
    "mobifone_2026-11-11.xlsx",
    "viettel_2026-11-11.xlsx",
)
CORRECTED = "bad/missing_communes.xlsx"  # in the place of mobifone's: 163 communes for 166


def test_a_reader_that_asks_all_the_time_sees_whole_files_only(store: Store, examples: Path):
    seen: list[tuple[object, ...]] = []
    is_done = threading.Event()

    def read() -> None:
        while not is_done.is_set():
            state = figures_now(store)
            if not seen or seen[-1] != state:
                seen.append(state)

    reader = threading.Thread(target=read)
    reader.start()
    states = [figures_now(store)]
    jobs = [(request_of(Path(name).name, (examples / name).read_bytes()), None) for name in NAMES]
    given = {"carrier_code": "mobifone", "round_on": ROUND_ON}
    jobs.append((request_of("sửa.xlsx", (examples / CORRECTED).read_bytes(), **given), None))
    for receipt in take_in_each(jobs, store):
        assert receipt.status.is_accepted
        states.append(figures_now(store))
    is_done.set()
    reader.join(30)
    assert seen
    assert [state for state in seen if state not in states] == [], "no figures but those between two files"
    places = [states.index(state) for state in seen]
    assert places == sorted(places)
    assert len(seen) >= 3, "the reader was there while files came in"


def figures_now(store: Store) -> tuple[object, ...]:
    """The province's figures as a page would ask for them."""
    with store.reader() as cursor:
        (row,) = figures_by_province(cursor, Scope(ROUND_ON)).to_pylist()
    return tuple(row.values())
