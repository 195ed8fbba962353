"""Files that were refused and whose correction is still awaited. Only the journal knows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.intake.journal import Act, Entry
from dashboard.reference.round_calendar import RoundCalendar
from dashboard.settings import LOCAL_ZONE


@dataclass(frozen=True)
class Refusal:
    """A refused file; `carrier_code` None where nobody could say whose it is.

    A file that does not say its round is counted to the round of the day it came.
    """

    carrier_code: str | None
    round_on: date
    file_name: str
    received_at: datetime


def pending_refusals(entries: Iterable[Entry], calendar: RoundCalendar) -> tuple[Refusal, ...]:
    """Refused files, in the journal's order, after which no file of that carrier and round was taken in.

    The same bytes taken in later, once somebody said whose they are, are settled too; the same bytes refused
    several times are one file, told by the last time.
    """
    pending: dict[tuple[str | None, date, str], Refusal] = {}
    for entry in entries:
        if entry.act is Act.TAKEN_IN:
            pending = {key: it for key, it in pending.items() if not _settles(entry, key)}
            continue
        round_on = entry.round_on or calendar.round_of(entry.received_at.astimezone(LOCAL_ZONE).date())
        key = (entry.carrier_code, round_on, entry.sha256)
        pending[key] = Refusal(entry.carrier_code, round_on, entry.file_name, entry.received_at)
    return tuple(pending.values())


def _settles(entry: Entry, refused: tuple[str | None, date, str]) -> bool:
    carrier_code, round_on, sha256 = refused
    return (carrier_code, round_on) == (entry.carrier_code, entry.round_on) or sha256 == entry.sha256
