"""What was reported before, as blocks of numbers: rounds by communes, in the order of the list in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dashboard.intake.figures import CommuneFigure
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.reference.communes import communes

Row: TypeAlias = npt.NDArray[np.float64]  # (communes,), nan where nothing was reported
Block: TypeAlias = npt.NDArray[np.float64]  # (rounds, communes), nan where nothing was reported


@dataclass(frozen=True, eq=False)
class History:
    """A carrier's reports of earlier rounds, newest first; `counts` a block for each of the five counts."""

    rounds: tuple[date, ...] = ()
    counts: Mapping[str, Block] = field(default_factory=dict)

    def of(self, column: str) -> Block:
        """A count in every round; no rows without a history."""
        return self.counts.get(column, np.empty((0, len(communes()))))

    def last(self, column: str) -> Row:
        """A count in the round before, nan everywhere where there is none."""
        return self.of(column)[0] if self.rounds else np.full(len(communes()), np.nan)


@dataclass(frozen=True, eq=False)
class OtherCarrier:
    """What another carrier last reported: subscribers by commune, and for which round."""

    carrier_code: str
    round_on: date
    totals: Row


def history_of(answer: pa.Table) -> History:
    """The answer of intake/figures_of_rounds_before as blocks."""
    rounds = tuple(dict.fromkeys(answer["round_on"].to_pylist()))
    if not rounds:
        return History()
    age_of = {round_on: age for age, round_on in enumerate(rounds)}
    at = [age_of[round_on] for round_on in answer["round_on"].to_pylist()], _places(answer)
    counts = {}
    for column in COUNT_COLUMNS:
        block = np.full((len(rounds), len(communes())), np.nan)
        block[at] = answer[column].to_numpy()
        counts[column] = block
    return History(rounds, counts)


def others_of(answer: pa.Table) -> tuple[OtherCarrier, ...]:
    """The answer of intake/totals_of_other_carriers, a row of totals for each carrier."""
    rows: dict[tuple[str, date], Row] = {}
    pairs = zip(answer["carrier_code"].to_pylist(), answer["round_on"].to_pylist(), strict=True)
    for pair, place, total in zip(pairs, _places(answer), answer["total_count"].to_pylist(), strict=True):
        rows.setdefault(pair, np.full(len(communes()), np.nan))[place] = total
    return tuple(OtherCarrier(carrier_code, on, totals) for (carrier_code, on), totals in rows.items())


def row_of(figures: Iterable[CommuneFigure], column: str) -> Row:
    """A count of a file as a row, nan where it does not report the commune or the count."""
    row = np.full(len(communes()), np.nan)
    for figure in figures:
        value = figure.counts.get(column)
        row[commune_places()[figure.commune_code]] = np.nan if value is None else value
    return row


def last_known(past: Block) -> tuple[Row, npt.NDArray[np.intp]]:
    """Each commune's newest figure and in which row of the block it stands; nan and 0 where there is none."""
    ages = np.argmax(~np.isnan(past), axis=0)
    return past[ages, np.arange(past.shape[1])], ages


def by_commune(row: Row) -> dict[str, int]:
    """Commune code -> count, of the communes that were reported."""
    return {code: int(row[place]) for code, place in commune_places().items() if not np.isnan(row[place])}


@cache
def commune_places() -> Mapping[str, int]:
    """Commune code -> its place in a row."""
    return {commune.code: place for place, commune in enumerate(communes())}


def _places(answer: pa.Table) -> list[int]:
    return [commune_places()[code] for code in answer["commune_code"].to_pylist()]
