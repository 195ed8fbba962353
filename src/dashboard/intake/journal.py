"""One line for each act, on the disk before the database changes; with the archive all a rebuild needs."""

import json
import os
import threading
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from dashboard.intake.archive import flush_folder, flush_to_disk
from dashboard.intake.receipt import Status

JOURNAL_NAME = "journal.jsonl"
TORN_NAME = "journal.torn"  # ends of lines that a crash left, kept apart
TAIL_BYTES = 65_536  # a line has under 2 KiB

# Held from choosing an ordinal until its entry is in the journal and, where there is one, the submission in
# the database. One process owns the home folder (it owns the database file), so a lock of the process is
# enough.
journal_lock = threading.RLock()


class JournalError(Exception):
    """A line of the journal cannot be read. Its message names file and line."""


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
    """All entries in order. The end of a line that a crash left is passed over; nothing was promised for it.

    Raises JournalError where a whole line cannot be read.
    """
    path = home / JOURNAL_NAME
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    numbered = enumerate(lines[:-1], start=1)  # after the last line break stands nothing, or a torn line
    return tuple(_entry(line, f"{path}, line {number}") for number, line in numbered)


def last_ordinal(home: Path) -> int:
    """Ordinal of the last entry, 0 before the first. Mends a torn end first."""
    path = home / JOURNAL_NAME
    if not path.exists():
        return 0
    mend(home)
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        lines = file.read().splitlines()
    return _entry(lines[-1], f"{path}, last line").ordinal if lines else 0


def append_entry(home: Path, entry: Entry) -> None:
    """Add an entry and wait until it is on the disk."""
    path = home / JOURNAL_NAME
    is_new = not path.exists()
    home.mkdir(parents=True, exist_ok=True)
    mend(home)
    with path.open("ab") as file:
        file.write(json.dumps(_as_json(entry), ensure_ascii=False).encode("utf-8") + b"\n")
        file.flush()
        flush_to_disk(file.fileno())
    if is_new:
        flush_folder(home)


def mend(home: Path) -> None:
    """Move the end of a line that a crash left in the journal to a file beside it."""
    path = home / JOURNAL_NAME
    if not path.exists() or path.stat().st_size == 0:
        return
    with path.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        if file.read(1) == b"\n":
            return
        file.seek(0)
        whole, _, torn = file.read().rpartition(b"\n")
        with (home / TORN_NAME).open("ab") as kept:
            kept.write(torn + b"\n")
            kept.flush()
            flush_to_disk(kept.fileno())
        file.truncate(len(whole) + 1 if whole else 0)
        flush_to_disk(file.fileno())


def _as_json(entry: Entry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()
    }  # a datetime is a date too


def _entry(line: bytes, place: str) -> Entry:
    try:
        values = json.loads(line)
        return Entry(
            **{
                **values,
                "act": Act(values["act"]),
                "status": Status(values["status"]),
                "given_round_on": _date(values["given_round_on"]),
                "round_on": _date(values["round_on"]),
                "received_at": datetime.fromisoformat(values["received_at"]),
                "recorded_at": datetime.fromisoformat(values["recorded_at"]),
            }
        )
    except (ValueError, TypeError, KeyError) as error:
        raise JournalError(f"{place}: {error}") from error


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
