"""Which files stand: of all files of a carrier for a round the one received last."""

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from dashboard.store.questions import ask


@dataclass(frozen=True)
class StandingFile:
    """A submission that no later one has taken the place of; `communes_count` is how many it reports."""

    carrier_code: str
    round_on: date
    submission_id: str
    communes_count: int
    is_simulated: bool


def standing_files(
    cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None
) -> tuple[StandingFile, ...]:
    """Files that stood at a moment (None: stand now), oldest round first, one per carrier and round."""
    answer = ask(cursor, "measures/standing_files", as_of=as_of)
    files = map(StandingFile, *(column.to_pylist() for column in answer.columns))
    # A later file takes the place of an earlier one as a whole.
    return tuple({(file.carrier_code, file.round_on): file for file in files}.values())
