"""What a simulated file says: the figures of its round with what was planned to go wrong."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from dashboard.demo.events import EventKind
from dashboard.demo.figures import Figures, figures_on, random_for
from dashboard.demo.plan import PlannedFile
from dashboard.reference.communes import communes
from dashboard.reference.rounds import previous_round

COMMUNES_LEFT_OUT_COUNT = 3
OVERSTATED_COMMUNES_COUNT = 6
OVERSTATED_SHARE = 0.6  # of those neither verified nor locked, wrongly counted as verified
COUNT_NAMES = (
    "total_count",
    "verified_count",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
)


@dataclass(frozen=True)
class Report:
    """The content of a file, before it takes a carrier's layout.

    Arrays are in the order of `communes()`; `is_reported` marks the communes that have a row; `stated_totals`
    is what a total row says, which may be wrong.
    """

    carrier_code: str
    round_on: date
    sent_at: datetime
    seed: int
    figures: Figures
    is_reported: NDArray[np.bool_]
    stated_totals: tuple[int, ...]
    has_divided_communes: bool  # only for the layout by old communes

    def counts(self) -> pa.Table:
        """What reading the file must give: commune_code and the five counts, one row per commune reported."""
        codes = [commune.code for commune in communes()]
        columns = dict(zip(COUNT_NAMES, self.figures.columns(), strict=True))
        return pa.table({"commune_code": codes, **columns}).filter(pa.array(self.is_reported))


def report_of(file: PlannedFile) -> Report:
    """The report behind a planned file."""
    figures = figures_on(file.seed, file.round_on).of_carrier(file.carrier_code)
    is_reported = np.ones(len(communes()), dtype=bool)
    if EventKind.COMMUNES_LEFT_OUT in file.events:
        is_reported[_some_communes(file, COMMUNES_LEFT_OUT_COUNT)] = False
    if EventKind.OVERSTATED in file.events:
        figures = _overstated(figures, _some_communes(file, OVERSTATED_COMMUNES_COUNT))
    totalled = figures
    if EventKind.STALE_TOTAL in file.events:
        totalled = figures_on(file.seed, previous_round(file.round_on)).of_carrier(file.carrier_code)
    return Report(
        carrier_code=file.carrier_code,
        round_on=file.round_on,
        sent_at=file.received_at,
        seed=file.seed,
        figures=figures,
        is_reported=is_reported,
        stated_totals=tuple(int(counts[is_reported].sum()) for counts in totalled.columns()),
        has_divided_communes=EventKind.DIVIDED_LEFT_OUT not in file.events,
    )


def _some_communes(file: PlannedFile, count: int) -> NDArray[np.int64]:
    return random_for(file.seed, file.round_on, "communes").choice(len(communes()), count, replace=False)


def _overstated(figures: Figures, places: NDArray[np.int64]) -> Figures:
    unlocked = figures.unverified_count - figures.locked_one_way_count - figures.locked_two_way_count
    verified = figures.verified_count.copy()
    verified[places] += (unlocked[places] * OVERSTATED_SHARE).astype(np.int64)
    return replace(figures, verified_count=verified)
