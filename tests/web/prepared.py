"""A home as it looks after three rounds of example reports, and copies of it; taken in once per test run.

Simulated, since the examples are. 28/10: only viettel reported. 04/11: all five. 11/11: wintel is missing,
and mobifone left three communes out. So every state of a figure is there: whole, partly reported, missing.
"""

import shutil
from datetime import date, datetime, time
from pathlib import Path

import pytest

from dashboard.boundaries import layer_in_force
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store, open_store
from tests.conftest import EXAMPLES_DIR

FIRST, WHOLE, LAST = date(2026, 10, 28), date(2026, 11, 4), date(2026, 11, 11)
ROUNDS = (FIRST, WHOLE, LAST)
LEFT_OUT_BY_MOBIFONE = "bad/missing_communes.xlsx"  # of LAST; 163 of 166 communes
FILES = {
    FIRST: ["viettel_2026-10-28.xlsx"],
    WHOLE: [
        "viettel_2026-11-04.xlsx",
        "vinaphone_2026-11-04.csv",
        "mobifone_2026-11-04.xlsx",
        "vietnamobile_2026-11-04.xlsx",
        "wintel_2026-11-04.csv",
    ],
    LAST: [
        "viettel_2026-11-11.xlsx",
        "vinaphone_2026-11-11.csv",
        LEFT_OUT_BY_MOBIFONE,
        "vietnamobile_2026-11-11.xlsx",
    ],
}


def filled_home(factory: pytest.TempPathFactory) -> Path:
    """Folder of the closed store that all reports were taken into: to be copied, never opened."""
    folder = factory.getbasetemp() / "filled-home"
    if folder.exists():
        return folder
    store = open_store(folder)
    for round_on, names in FILES.items():
        for name in names:
            report(store, name, round_on)
    layer_in_force(store)  # publishes the schematic layer, so that no copy has to
    store.close()
    return folder


def report(store: Store, name: str, round_on: date, *, hour: int = 9, is_simulated: bool = True) -> None:
    """Take an example file in as if it had come at this hour of its round's Wednesday."""
    path = EXAMPLES_DIR / name
    received_at = datetime.combine(round_on, time(hour), LOCAL_ZONE)
    carrier_code = "mobifone" if name == LEFT_OUT_BY_MOBIFONE else None  # nothing in that file says so
    request = IntakeRequest(
        path.name, path.read_bytes(), received_at, "test", "test", carrier_code, round_on, is_simulated
    )
    receipt = take_in(request, store)
    assert receipt.status.is_accepted, receipt.findings


def copy_of_filled(factory: pytest.TempPathFactory, home: Path) -> Path:
    """`home`, now with all that the filled home holds."""
    return shutil.copytree(filled_home(factory), home, dirs_exist_ok=True)
