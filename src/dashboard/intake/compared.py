"""A file held against the carrier's round before as a whole, for rules that look at all communes together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from dashboard.intake.case import Case
from dashboard.intake.history import Row, row_of
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy

# Fewer communes say nothing about a file as a whole: a few may well stand still, or change places, by chance.
FEWEST_COMMUNES = 10


@dataclass(frozen=True, eq=False)
class Compared:
    """The communes of more than a few subscribers that stand in both: the five counts then and now.

    `before_on` is the round before; `places` those of the communes in the list in force.
    """

    before_on: date
    places: npt.NDArray[np.intp]
    now: Mapping[str, Row]
    before: Mapping[str, Row]

    @property
    def communes_count(self) -> int:
        """How many communes are compared."""
        return len(self.places)

    def names(self, chosen: npt.NDArray[np.bool_]) -> list[str]:
        """Names of the communes chosen by a mask."""
        return [communes()[place].name for place in self.places[chosen]]


def compared(case: Case) -> Compared | None:
    """A file beside the round before; None where fewer than ten communes can be compared."""
    history = case.past.history
    now = {column: row_of(case.figures, column) for column in COUNT_COLUMNS}
    before = {column: history.last(column) for column in COUNT_COLUMNS}
    total_now, total_before = now["total_count"], before["total_count"]
    is_in_both = ~np.isnan(total_now) & ~np.isnan(total_before)
    is_large = np.fmax(total_now, total_before) >= policy().checks.small_commune_count
    places = np.flatnonzero(is_in_both & is_large)
    if not history.rounds or len(places) < FEWEST_COMMUNES:
        return None
    return Compared(
        history.rounds[0],
        places,
        {column: row[places] for column, row in now.items()},
        {column: row[places] for column, row in before.items()},
    )


def share_pct(chosen: npt.NDArray[np.bool_]) -> float:
    """How many of a mask are set, in percent; 0 of an empty one."""
    return 100 * float(np.mean(chosen)) if len(chosen) else 0.0
