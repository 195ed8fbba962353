"""Acts that are neither a file nor a decision: a layer was published, a file of the policy was changed.

They stand in the journal alone: a rebuild needs nothing of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from dashboard.store.database import Store
from dashboard.store.journal import append_lines, journal_lock, next_ordinal
from dashboard.store.origin import origin_now

NoteKind: TypeAlias = Literal["layer_published", "policy_changed"]
KINDS: tuple[NoteKind, ...] = ("layer_published", "policy_changed")


@dataclass(frozen=True)
class Note:
    """What is to be entered; `content` says how the thing `key` stands now, JSON. `by` "" is the program."""

    act: NoteKind
    key: str
    content: Mapping[str, Any]
    by: str = ""


def enter(store: Store, note: Note) -> None:
    """Append a note to the journal of an open store (never of a copy) and wait until it is on the disk."""
    origin = origin_now()
    with journal_lock, store.reader() as cursor:
        line = {
            "ordinal": next_ordinal(store.home, cursor),
            "act": note.act,
            "key": note.key,
            "content": dict(note.content),
            "noted_at": datetime.now(UTC).isoformat(),
            "noted_by": note.by or (origin.name if origin else ""),
        }
        append_lines(store.home, line)
