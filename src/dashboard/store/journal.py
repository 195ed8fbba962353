"""One line for each act, on the disk before the database changes; with the archive all a rebuild needs.

A line is a JSON object with an `ordinal`, one sequence for all acts, and an `act` that says of what kind it
is: files are `intake/journal.py`'s, decisions `decisions.py`'s. Their order is the order of what happened.
Each line also carries the checksum of the one before (`chain.py`) and where the act came from (`origin.py`),
which readers of acts do not see.
"""

import json
import logging
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from dashboard.store.chain import CAME_FROM, chained, without_links
from dashboard.store.disk import flush_folder, flush_to_disk
from dashboard.store.origin import origin_now
from dashboard.store.questions import ask

logger = logging.getLogger(__name__)

JOURNAL_NAME = "journal.jsonl"
TORN_NAME = "journal.torn"  # ends of lines that a crash left, kept apart
TAIL_BYTES = 65_536  # read at first for the last line; a file's has under 2 KiB, a decision's may have more

# Held from choosing an ordinal until its line is in the journal and what it tells of in the database. One
# process owns the home folder (it owns the database file), so a lock of the process is enough.
journal_lock = threading.RLock()


class JournalError(Exception):
    """A line of the journal cannot be read. Its message names file and line."""


def read_lines(home: Path) -> tuple[Mapping[str, Any], ...]:
    """All acts in order. The end of a line that a crash left is passed over; nothing was promised for it.

    Raises JournalError where a whole line cannot be read.
    """
    return tuple(without_links(line) for line in read_whole_lines(home))


def read_whole_lines(home: Path) -> tuple[Mapping[str, Any], ...]:
    """The same with the links and with where each act came from."""
    path = home / JOURNAL_NAME
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    numbered = enumerate(lines[:-1], start=1)  # after the last line break stands nothing, or a torn line
    return tuple(_line(line, f"{path}, line {number}") for number, line in numbered)


def append_lines(home: Path, *acts: Mapping[str, Any]) -> None:
    """Add acts, in one write, and wait until they are on the disk."""
    path = home / JOURNAL_NAME
    is_new = not path.exists()
    home.mkdir(parents=True, exist_ok=True)
    mend(home)
    with path.open("ab") as file:
        told = [{**act, **_came_from()} for act in acts]
        file.write(b"".join(line + b"\n" for line in chained(told, path, _last_line(path))))
        file.flush()
        flush_to_disk(file.fileno())
    if is_new:
        flush_folder(home)
    for act in acts:
        logger.info("act", extra=_for_the_log(act))


def next_ordinal(home: Path, cursor: duckdb.DuckDBPyConnection) -> int:
    """One more than the journal's last; also more than the database's, should a journal have been lost.

    To be called under `journal_lock`.
    """
    stored = int(ask(cursor, "journal/last_ordinal")["ordinal"][0].as_py())
    return max(last_ordinal(home), stored) + 1


def last_ordinal(home: Path) -> int:
    """Ordinal of the last act, 0 before the first. Mends a torn end first."""
    path = home / JOURNAL_NAME
    if not path.exists():
        return 0
    mend(home)
    line = _last_line(path)
    return int(_line(line, f"{path}, last line")["ordinal"]) if line else 0


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


def _last_line(path: Path) -> bytes:
    """The last line without its break, however long it is."""
    size, read = path.stat().st_size, TAIL_BYTES
    with path.open("rb") as file:
        while True:
            file.seek(max(0, size - read))
            lines = file.read().splitlines()
            if len(lines) > 1 or read >= size:
                return lines[-1] if lines else b""
            read *= 4


def _for_the_log(act: Mapping[str, Any]) -> dict[str, Any]:
    """What a log may say of an act: whose, which file and round; nothing of its content."""
    person = act.get("taken_in_by") or act.get("decided_by") or act.get("noted_by")
    said = {
        "person": person,
        "file": act.get("file_name"),
        "carrier": act.get("carrier_code"),
        "round": act.get("round_on"),
        **{name: act.get(name) for name in ("ordinal", "act", "subject", "sha256", "status", "way")},
    }
    return {name: value for name, value in said.items() if value is not None}


def _came_from() -> dict[str, dict[str, str]]:
    origin = origin_now()
    if origin is None:
        return {}
    return {CAME_FROM: {"way": origin.way, **({"address": origin.address} if origin.address else {})}}


def _line(line: bytes, place: str) -> Mapping[str, Any]:
    try:
        act: Mapping[str, Any] = json.loads(line)
        int(act["ordinal"]), str(act["act"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise JournalError(f"{place}: {error}") from error
    return act
