"""Which simulated files there are, and when the Department receives each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dashboard.demo.events import EventKind, events_of
from dashboard.demo.figures import random_for
from dashboard.demo.terrain import CARRIER_CODES
from dashboard.reference.rounds import WEEK, due_at, previous_round, round_of
from dashboard.settings import LOCAL_ZONE

DEFAULT_SEED = 2026
DEFAULT_ROUNDS_COUNT = 12
CORRECTED_AFTER = timedelta(days=8)  # the Thursday after the next round, in which the fall was noticed


@dataclass(frozen=True)
class DemoRequest:
    """The simulated files of `rounds_count` rounds up to `last_round_on`, as received by `known_at`."""

    last_round_on: date
    known_at: datetime
    seed: int = DEFAULT_SEED
    rounds_count: int = DEFAULT_ROUNDS_COUNT

    @property
    def rounds(self) -> tuple[date, ...]:
        """The rounds, oldest first."""
        ages = range(self.rounds_count - 1, -1, -1)
        return tuple(self.last_round_on - age * WEEK for age in ages)


@dataclass(frozen=True)
class PlannedFile:
    """A file to come: whose, of which round, when, and what happens to it."""

    seed: int
    carrier_code: str
    round_on: date
    received_at: datetime
    events: frozenset[EventKind]
    is_correction: bool = False


def demo_request(
    now: datetime,
    until: date | None = None,
    seed: int = DEFAULT_SEED,
    rounds_count: int = DEFAULT_ROUNDS_COUNT,
) -> DemoRequest:
    """Rounds up to the last one due by `now`, and of their files those received by now.

    With `until` the clock plays no part: rounds up to the last Wednesday on or before that day, all files
    received by its end. `now` must be aware; `seed` not negative, else ValueError.
    """
    if seed < 0 or rounds_count < 1:
        raise ValueError(f"seed {seed} and rounds_count {rounds_count} must be at least 0 and 1")
    if until is None:
        today = now.astimezone(LOCAL_ZONE).date()
        last = _last_round_by(today)
        last = last if due_at(last) <= now else previous_round(last)
        return DemoRequest(last, now, seed, rounds_count)
    end_of_day = datetime.combine(until, time(23, 59, 59), LOCAL_ZONE)
    return DemoRequest(_last_round_by(until), end_of_day, seed, rounds_count)


def planned_files(request: DemoRequest) -> tuple[PlannedFile, ...]:
    """The files of a request in the order in which they are received."""
    files = [
        file
        for round_on in request.rounds
        for carrier_code in CARRIER_CODES
        for file in _files_of(request.seed, carrier_code, round_on)
        if file.received_at <= request.known_at
    ]
    return tuple(sorted(files, key=lambda file: (file.received_at, file.carrier_code)))


def _last_round_by(day: date) -> date:
    return round_of(day - WEEK + timedelta(days=1))


def _files_of(seed: int, carrier_code: str, round_on: date) -> Iterator[PlannedFile]:
    events = events_of(carrier_code, round_on)
    if EventKind.MISSING in events:
        return
    received_at = _received_at(seed, carrier_code, round_on)
    yield PlannedFile(seed, carrier_code, round_on, received_at, events)
    if EventKind.OVERSTATED in events:
        due_on = due_at(round_on).date()
        corrected_at = received_at.replace(hour=10) + (due_on - received_at.date()) + CORRECTED_AFTER
        others = events - {EventKind.OVERSTATED}
        yield PlannedFile(seed, carrier_code, round_on, corrected_at, others, is_correction=True)


def _received_at(seed: int, carrier_code: str, round_on: date) -> datetime:
    """Tuesday afternoon or Wednesday morning; late ones on its afternoon; later where that is a day off."""
    due_on = due_at(round_on).date()
    chance = random_for(seed, round_on, f"received {carrier_code}")
    if EventKind.LATE in events_of(carrier_code, round_on):
        day, opens, minutes = due_on, time(14, 0), 150
    elif chance.random() < 0.6:
        day, opens, minutes = due_on - timedelta(days=1), time(13, 30), 210
    else:
        day, opens, minutes = due_on, time(7, 30), 130
    start = datetime.combine(day, opens, LOCAL_ZONE)
    return start + timedelta(minutes=int(chance.integers(minutes)), seconds=int(chance.integers(60)))
