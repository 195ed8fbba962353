"""On time, late or missing: per carrier and round, at a moment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

import duckdb

from dashboard.reference.reporting_round import Round
from dashboard.reference.round_calendar import RoundCalendar
from dashboard.reference.rounds import DAY, WEEK, round_of
from dashboard.store.questions import ask

ROUNDS_SHOWN = 12
MINUTE = timedelta(minutes=1)


class Punctuality(StrEnum):
    """How a carrier stands with a round."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"  # past due and nothing came
    AWAITED = "awaited"  # not yet due and nothing came yet
    NOT_ASKED = "not_asked"  # of an ad hoc round


@dataclass(frozen=True)
class Received:
    """Files taken in for a carrier and round: the first, the last, how many."""

    first_received_at: datetime
    received_at: datetime
    files_count: int


@dataclass(frozen=True)
class Turn:
    """A carrier's turn in a round. `late_minutes` is 0 in time; of what is missing it still grows."""

    round_on: date
    punctuality: Punctuality
    late_minutes: int = 0


ByRound = Mapping[tuple[str, date], Received]


def received_in_rounds(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> ByRound:
    """(carrier code, round) -> what was received, by a moment (None: by now)."""
    rows = ask(cursor, "measures/received_in_rounds", as_of=as_of).to_pylist()
    return {(row.pop("carrier_code"), row.pop("round_on")): Received(**row) for row in rows}


def turn_of(found: Round, carrier_code: str, received: Received | None, now: datetime) -> Turn:
    """A carrier's turn in a round at a moment. The first file counts: a correction makes nobody late."""
    if received is not None:
        minutes = late_minutes(found.due_at, received.first_received_at)
        return Turn(found.round_on, Punctuality.LATE if minutes else Punctuality.ON_TIME, minutes)
    if carrier_code not in found.expected:
        return Turn(found.round_on, Punctuality.NOT_ASKED)
    minutes = late_minutes(found.due_at, now)
    return Turn(found.round_on, Punctuality.MISSING if minutes else Punctuality.AWAITED, minutes)


def late_minutes(due: datetime, moment: datetime) -> int:
    """Minutes from the due moment, the one begun counted: at the very hour a report is late by 1."""
    return 0 if moment < due else (moment - due) // MINUTE + 1


def last_rounds(
    calendar: RoundCalendar, received: ByRound, until: date, count: int = ROUNDS_SHOWN
) -> tuple[Round, ...]:
    """The last rounds up to one, ad hoc ones among them, oldest first; none before the first report or the
    first ad hoc round.

    A week in which nobody reported is one of them.
    """
    known = {round_on for _, round_on in received}
    weekly = round_of(until - WEEK + DAY)  # the last on or before
    names = {until, *calendar.ad_hoc, *known, *(weekly - WEEK * back for back in range(count))}
    first = min([*known, *calendar.ad_hoc, until])
    ordered = sorted(day for day in names if first <= day <= until)
    return tuple(calendar.round(day) for day in ordered[-count:])


def turns_of(
    rounds: Iterable[Round], carrier_code: str, received: ByRound, now: datetime
) -> tuple[Turn, ...]:
    """A carrier's turns in these rounds."""
    return tuple(
        turn_of(found, carrier_code, received.get((carrier_code, found.round_on)), now) for found in rounds
    )


def tally(turns: Iterable[Turn]) -> Mapping[Punctuality, int]:
    """How often each."""
    return Counter(turn.punctuality for turn in turns)
