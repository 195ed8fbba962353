"""Believable weeks of a carrier, to be taken in one after the other, and then one that is spoilt."""

from datetime import timedelta

import numpy as np
import numpy.typing as npt

from dashboard.demo.figures import figures_on
from dashboard.intake.finding import Finding
from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.intake.take_in import store_examined
from dashboard.reference.communes import communes
from dashboard.reference.rounds import WEEK
from dashboard.store.database import Store
from tests.intake.reports import ROUND_ON, examined, found, sheet_of

SEED = 7
TOTAL, VERIFIED, UNVERIFIED, ONE_WAY, TWO_WAY = range(5)
Counts = npt.NDArray[np.int64]  # (166, 5): communes by code, counts in the order of COUNT_COLUMNS


def counts_of(ago: int = 0, carrier_code: str = "mobifone") -> Counts:
    """What a carrier would report so many weeks before the round of the tests."""
    return np.array(figures_on(SEED, ROUND_ON - ago * WEEK).of_carrier(carrier_code).columns()).T.copy()


def sheet(counts: Counts, ago: int = 0) -> Sheet:
    """A report of these counts, dated by its round."""
    made = sheet_of([[c.code, c.name, *map(int, row)] for c, row in zip(communes(), counts, strict=True)])
    title = SheetRow(1, (f"Tuần báo cáo {ROUND_ON - ago * WEEK:%d/%m/%Y}",))
    return Sheet(made.name, (title, *made.rows[1:]))


def send(store: Store, counts: Counts, ago: int, carrier_code: str = "mobifone") -> None:
    """Take a report in."""
    content = f"{carrier_code} {ago}".encode()
    request = {"file_name": f"{carrier_code}.xlsx", "content": content}
    receipt = store_examined(examined(store, sheet(counts, ago), **request), store)
    assert receipt.status.is_accepted
    assert receipt.round_on == ROUND_ON - timedelta(weeks=ago)


def send_weeks(store: Store, weeks_count: int = 1, carrier_code: str = "mobifone") -> None:
    """The weeks before the round of the tests, the oldest first."""
    for ago in range(weeks_count, 0, -1):
        send(store, counts_of(ago, carrier_code), ago, carrier_code)


def found_in(store: Store, rule: str, counts: Counts, carrier_code: str = "mobifone") -> list[Finding]:
    """What a rule finds in a report of the round of the tests."""
    return found(store, rule, sheet(counts), file_name=f"{carrier_code}.xlsx", content=b"now")
