"""The register as people decided it: read, changed in sight of what stood, taken back.

Each entry is a decision of its kind's subject, keyed by its id; contacts are kept apart (store/contacts.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.decisions import (
    Content,
    Decision,
    Draft,
    OutdatedDecisionError,
    decide_all_upon,
    decisions_in_force,
    last_decision,
)
from dashboard.support.register.kinds import DIFFICULTIES, GROUPS, HALLS, KINDS, POINTS, Kind
from dashboard.support.register.records import Difficulty, Entry, Hall, Register, ServicePoint, VolunteerGroup
from dashboard.support.register.reported import reported_points


@dataclass(frozen=True)
class Kept:
    """An entry in force, with the decision it comes from."""

    entry: Entry
    decision: Decision


@dataclass(frozen=True)
class Change:
    """What somebody wants of an entry: `entry` None takes it off the register; `seen` is what they saw."""

    kind: Kind
    entry_id: str
    entry: Entry | None
    seen: Decision | None


@dataclass(frozen=True)
class Clash:
    """A change that was not made because another decided first: what stands now, None where nothing does."""

    change: Change
    standing: Decision | None


def read_register(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> Register:
    """All entries as they stood at a moment (None: stand now); points that carriers report are among them."""
    halls, groups, points, difficulties = (
        {key: kept.entry for key, kept in entries_kept(cursor, kind, as_of).items()}
        for kind in (HALLS, GROUPS, POINTS, DIFFICULTIES)
    )
    return Register(
        {key: each for key, each in halls.items() if isinstance(each, Hall)},
        {key: each for key, each in groups.items() if isinstance(each, VolunteerGroup)},
        {key: it.point for key, it in reported_points(cursor, as_of).items()}
        | {key: each for key, each in points.items() if isinstance(each, ServicePoint)},
        {key: each for key, each in difficulties.items() if isinstance(each, Difficulty)},
    )


def entries_kept(
    cursor: duckdb.DuckDBPyConnection, kind: Kind, as_of: datetime | None = None
) -> Mapping[str, Kept]:
    """Id -> entry of a kind that stood at a moment, by id."""
    decisions = decisions_in_force(cursor, kind.subject, as_of)
    return {
        key: Kept(entry_of(kind, key, decisions[key].content or {}), decisions[key])
        for key in sorted(decisions)
    }


def change_entries(store: Store, changes: Sequence[Change], by: By) -> tuple[Clash, ...]:
    """Have all changes hold, or none where another decided any of them first; those are told.

    Raises ValueError without a name.
    """
    if not by.name.strip():
        raise ValueError("a change of the register has a name")
    drafts = [(_draft(change, by), change.seen) for change in changes]
    try:
        decide_all_upon(store, drafts)
    except OutdatedDecisionError:
        with store.reader() as cursor:
            return tuple(_clashes(cursor, changes))
    return ()


def entry_of(kind: Kind, entry_id: str, content: Content) -> Entry:
    """An entry from what was decided; a field that it does not have takes its default."""
    known = {
        field.name: field.value.restore(content[field.name]) for field in kind.kept if field.name in content
    }
    return kind.record(entry_id=entry_id, **known)


def content_of(kind: Kind, entry: Entry) -> dict[str, Any]:
    """What is decided of an entry, ready for the journal: no contacts, no id."""
    return {field.name: field.value.keep(getattr(entry, field.name)) for field in kind.kept}


def kind_of(subject: str) -> Kind:
    """The kind decided under a subject. Raises StopIteration for another."""
    return next(kind for kind in KINDS.values() if kind.subject == subject)


def _draft(change: Change, by: By) -> Draft:
    content = None if change.entry is None else content_of(change.kind, change.entry)
    return Draft(change.kind.subject, change.entry_id, content, by.name.strip(), by.reason.strip())


def _clashes(cursor: duckdb.DuckDBPyConnection, changes: Sequence[Change]) -> list[Clash]:
    found = []
    for change in changes:
        standing = last_decision(cursor, change.kind.subject, change.entry_id)
        if (standing and standing.ordinal) != (change.seen and change.seen.ordinal):
            found.append(Clash(change, standing))
    return found
