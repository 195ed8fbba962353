"""What goes wrong in the simulated weeks, so that the pages have something to show.

An event belongs to dates, not to places in a run: it comes back every so many rounds, whatever rounds a run
covers, so that runs on different days agree. Any twelve rounds in a row hold each kind at least once.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """What can happen to a carrier's file of a round."""

    LATE = "late"  # comes in the afternoon after it was due
    MISSING = "missing"  # never comes
    COMMUNES_LEFT_OUT = "communes_left_out"  # three communes have no row
    STALE_TOTAL = "stale_total"  # the total row is last week's
    OVERSTATED = "overstated"  # too many verified in some communes; a corrected file follows
    DIVIDED_LEFT_OUT = "divided_left_out"  # no rows for the old communes that were divided


@dataclass(frozen=True)
class Event:
    """An event of one carrier that comes back every `every_rounds`, `seen_on` being one of its rounds."""

    kind: EventKind
    carrier_code: str
    every_rounds: int
    seen_on: date

    def happens_on(self, round_on: date) -> bool:
        """Whether the round, named by its Wednesday, is one of the event's."""
        return (round_on - self.seen_on).days // 7 % self.every_rounds == 0


# Small carriers are the ones late or missing: a large one would bend the province's rate from week to week.
EVENTS = (
    Event(EventKind.LATE, "wintel", 4, date(2026, 11, 18)),
    Event(EventKind.MISSING, "vietnamobile", 12, date(2026, 11, 11)),
    Event(EventKind.COMMUNES_LEFT_OUT, "vinaphone", 12, date(2026, 11, 18)),
    Event(EventKind.STALE_TOTAL, "vinaphone", 12, date(2026, 9, 30)),
    Event(EventKind.OVERSTATED, "mobifone", 8, date(2026, 10, 14)),
    Event(EventKind.DIVIDED_LEFT_OUT, "vietnamobile", 12, date(2026, 10, 28)),
)


def events_of(carrier_code: str, round_on: date) -> frozenset[EventKind]:
    """What happens to a carrier's file of a round; usually nothing."""
    return frozenset(
        event.kind for event in EVENTS if event.carrier_code == carrier_code and event.happens_on(round_on)
    )
