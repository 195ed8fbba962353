"""What was done with a file, as a line of the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from dashboard.intake.receipt import Status
from dashboard.store.journal import JOURNAL_NAME, JournalError, append_lines, read_lines


class Act(StrEnum):
    """What was done with a file."""

    TAKEN_IN = "taken_in"
    REFUSED = "refused"


@dataclass(frozen=True)
class Entry:
    """An act: the file, what was said when it was brought, and what came of it.

    `given_*` is what the person said, None for nothing; `carrier_code` and `round_on` what was decided, None
    only in a refusal. Times are aware.
    """

    ordinal: int
    act: Act
    sha256: str
    file_name: str
    given_carrier_code: str | None
    given_round_on: date | None
    carrier_code: str | None
    round_on: date | None
    status: Status
    received_at: datetime
    recorded_at: datetime
    taken_in_by: str
    way: str
    is_simulated: bool

    @property
    def submission_id(self) -> str:
        """Id of the submission the entry made: the ordinal as text that sorts like the number."""
        return submission_id_of(self.ordinal)


def submission_id_of(ordinal: int) -> str:
    """The ordinal of an entry as a submission's id."""
    return f"{ordinal:08d}"


def read_entries(home: Path) -> tuple[Entry, ...]:
    """All acts with files, in order. Raises JournalError where a line cannot be read."""
    return tuple(entry_of(line, home) for line in read_lines(home) if is_of_a_file(line))


def append_entry(home: Path, entry: Entry) -> None:
    """Add an entry and wait until it is on the disk."""
    append_lines(home, _as_json(entry))


def is_of_a_file(line: Mapping[str, Any]) -> bool:
    """Whether a line of the journal tells of a file."""
    return line["act"] in set(Act)


def entry_of(line: Mapping[str, Any], home: Path) -> Entry:
    """A line of the journal of `home` as an entry. Raises JournalError where it is none."""
    try:
        return Entry(
            **{
                **line,
                "act": Act(line["act"]),
                "status": Status(line["status"]),
                "given_round_on": _date(line["given_round_on"]),
                "round_on": _date(line["round_on"]),
                "received_at": datetime.fromisoformat(line["received_at"]),
                "recorded_at": datetime.fromisoformat(line["recorded_at"]),
            }
        )
    except (ValueError, TypeError, KeyError) as error:
        raise JournalError(f"{home / JOURNAL_NAME}, ordinal {line['ordinal']}: {error}") from error


def _as_json(entry: Entry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()
    }  # a datetime is a date too


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
