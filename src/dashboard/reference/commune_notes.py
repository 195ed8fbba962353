"""Notes pinned to a commune and a week: what happened there that a figure does not tell ("lũ", "mất sóng").

Decisions of the subject `commune_note`, each with a key of its own; the journal keeps those withdrawn.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide, decisions_in_force

SUBJECT = "commune_note"
LONGEST_NOTE = 200  # characters: one line on a sheet, two under a chart
KEY_BYTES = 6  # of chance: notes of one commune and week are few


@dataclass(frozen=True)
class Note:
    """A note on a commune in the week that ends with a round; `key` names it, `written_at` is aware."""

    key: str
    commune_code: str
    round_on: date
    text: str
    written_by: str
    written_at: datetime


def notes_of(
    cursor: duckdb.DuckDBPyConnection, commune_code: str, as_of: datetime | None = None
) -> tuple[Note, ...]:
    """The notes on a commune that stood at a moment (None: that stand now), oldest round first."""
    return all_notes(cursor, as_of).get(commune_code, ())


def all_notes(
    cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None
) -> dict[str, tuple[Note, ...]]:
    """Commune code -> its notes, oldest round first."""
    found: dict[str, list[Note]] = {}
    for key, decision in decisions_in_force(cursor, SUBJECT, as_of).items():
        said = decision.content or {}
        note = Note(
            key=key,
            commune_code=str(said["commune_code"]),
            round_on=date.fromisoformat(str(said["round_on"])),
            text=str(said["text"]),
            written_by=decision.decided_by,
            written_at=decision.decided_at,
        )
        found.setdefault(note.commune_code, []).append(note)
    return {
        code: tuple(sorted(notes, key=lambda it: (it.round_on, it.written_at)))
        for code, notes in found.items()
    }


def write_note(store: Store, commune_code: str, round_on: date, said: tuple[str, str]) -> str:
    """Keep a note; `said` is its text and who says it. Its key, "" where the text is empty.

    Raises KeyError for a commune that there is not.
    """
    text, written_by = " ".join(said[0].split())[:LONGEST_NOTE], said[1]
    commune = commune_by_code()[commune_code]
    if not text:
        return ""
    key = f"{commune.code}-{round_on.isoformat()}-{secrets.token_hex(KEY_BYTES)}"
    content = {"commune_code": commune.code, "round_on": round_on.isoformat(), "text": text}
    decide(store, Draft(SUBJECT, key, content, written_by, text))
    return key


def withdraw_note(store: Store, note: Note, withdrawn_by: str) -> None:
    """Take a note back; the journal keeps that it stood."""
    decide(store, Draft(SUBJECT, note.key, None, withdrawn_by, note.text))
