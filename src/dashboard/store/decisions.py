"""What people decide, kept with who, when and why: appended, never changed; the last of a thing is in force.

A decision is about a `subject` (a kind of thing, "alias") and a `key` (the one thing of that kind). Its
`content` is what was decided, or None: withdrawn. Who knows a subject gives it a typed record of its own;
this module keeps any. Lines of the journal come first, the table `decision` mirrors them, and a rebuild reads
them in order, so that a file is matched again with the decisions that stood when it came in.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa

from dashboard.store.database import Store
from dashboard.store.journal import append_lines, journal_lock, next_ordinal
from dashboard.store.questions import ask, tell

ACT = "decided"
Content: TypeAlias = Mapping[str, Any]

DECISION = pa.schema(
    [
        ("ordinal", pa.int64()),
        ("subject", pa.string()),
        ("key", pa.string()),
        ("content", pa.string()),
        ("decided_at", pa.timestamp("us", tz="UTC")),
        ("decided_by", pa.string()),
        ("reason", pa.string()),
    ]
)


class OutdatedDecisionError(Exception):
    """Somebody else decided the same thing meanwhile; `standing` is what they decided, None for nothing."""

    def __init__(self, standing: "Decision | None") -> None:
        super().__init__(f"decided meanwhile: {standing}")
        self.standing = standing


@dataclass(frozen=True)
class Draft:
    """What somebody wants to decide. `content` (JSON: text, numbers, lists, mappings) None withdraws it."""

    subject: str
    key: str
    content: Content | None
    decided_by: str
    reason: str = ""


@dataclass(frozen=True)
class Decision:
    """A decision as it was kept; `ordinal` is its place among all acts, `decided_at` aware."""

    ordinal: int
    subject: str
    key: str
    content: Content | None
    decided_at: datetime
    decided_by: str
    reason: str

    @property
    def is_withdrawal(self) -> bool:
        """Whether it takes back what was decided before."""
        return self.content is None


def decide(store: Store, draft: Draft) -> Decision:
    """Keep a decision, whatever stood before."""
    return decide_all(store, (draft,))[0]


def decide_all(store: Store, drafts: tuple[Draft, ...]) -> tuple[Decision, ...]:
    """Keep several decisions together, all in force at the same moment; of a copy its keeper does."""
    if store.keeper is not None:
        return store.keeper(drafts)
    with journal_lock, store.writer() as cursor:
        first = next_ordinal(store.home, cursor)
        now = datetime.now(UTC)
        decisions = tuple(_decision(first + place, now, draft) for place, draft in enumerate(drafts))
        append_lines(store.home, *map(as_line, decisions))
        store_decisions(cursor, decisions)
    return decisions


def decide_upon(store: Store, draft: Draft, seen: Decision | None) -> Decision:
    """Keep a decision made in sight of `seen`, the one in force when the person began (None: there was none).

    Raises OutdatedDecisionError when another has come in between, so that nobody's work is lost unseen.
    """
    return decide_all_upon(store, ((draft, seen),))[0]


def decide_all_upon(store: Store, drafts: Sequence[tuple[Draft, Decision | None]]) -> tuple[Decision, ...]:
    """Keep several decisions, each in sight of what stood, or none of them; as `decide_upon`."""
    with journal_lock:
        with store.reader() as cursor:
            for draft, seen in drafts:
                standing = last_decision(cursor, draft.subject, draft.key)
                if (standing and standing.ordinal) != (seen and seen.ordinal):
                    raise OutdatedDecisionError(standing)
        return decide_all(store, tuple(draft for draft, _ in drafts))


def decisions_in_force(
    cursor: duckdb.DuckDBPyConnection, subject: str, as_of: datetime | None = None
) -> Mapping[str, Decision]:
    """Key -> decision of a subject that stood at a moment (None: stands now), without those withdrawn."""
    last = last_decisions(cursor, subject, as_of)
    return {key: decision for key, decision in last.items() if not decision.is_withdrawal}


def last_decisions(
    cursor: duckdb.DuckDBPyConnection, subject: str, as_of: datetime | None = None
) -> Mapping[str, Decision]:
    """Key -> last decision of a subject at a moment (None: by now), withdrawals too."""
    rows = ask(cursor, "decisions/last_of_each_key", subject=subject, as_of=as_of).to_pylist()
    return {decision.key: decision for decision in map(_read, rows)}


def decisions_before(
    cursor: duckdb.DuckDBPyConnection, subject: str, ordinal: int | None
) -> Mapping[str, Decision]:
    """Key -> decision that stood when the act with this ordinal was done; None: that stands now."""
    if ordinal is None:
        return decisions_in_force(cursor, subject)
    last = {made.key: made for made in decisions_made(cursor, subject) if made.ordinal < ordinal}
    return {key: decision for key, decision in last.items() if not decision.is_withdrawal}


def decisions_made(cursor: duckdb.DuckDBPyConnection, subject: str, key: str | None = None) -> list[Decision]:
    """Every decision of a subject, or of one of its keys, withdrawals too, oldest first."""
    return [_read(row) for row in ask(cursor, "decisions/made", subject=subject, key=key).to_pylist()]


def last_made_at(cursor: duckdb.DuckDBPyConnection, subjects: Sequence[str]) -> datetime | None:
    """When anything of these subjects was last decided, withdrawn too; None before the first."""
    found = ask(cursor, "decisions/last_made_at", subjects=list(subjects))["decided_at"][0].as_py()
    return found if found is None else found.astimezone(UTC)


def last_decision(cursor: duckdb.DuckDBPyConnection, subject: str, key: str) -> Decision | None:
    """The last decision of a key, also a withdrawal; None before the first."""
    made = decisions_made(cursor, subject, key)
    return made[-1] if made else None


def store_decisions(cursor: duckdb.DuckDBPyConnection, decisions: tuple[Decision, ...]) -> None:
    """Append decisions to the database inside the caller's transaction; their lines are in the journal."""
    rows = [
        {name: getattr(decision, name) for name in DECISION.names}
        | {"content": None if decision.content is None else json.dumps(decision.content, ensure_ascii=False)}
        for decision in decisions
    ]
    tell(cursor, "append/decision", rows=pa.Table.from_pylist(rows, schema=DECISION))


def as_line(decision: Decision) -> dict[str, Any]:
    """A decision as a line of the journal."""
    values = {name: getattr(decision, name) for name in DECISION.names}
    return (
        {"ordinal": decision.ordinal, "act": ACT} | values | {"decided_at": decision.decided_at.isoformat()}
    )


def from_line(line: Mapping[str, Any]) -> Decision:
    """A decision from a line of the journal. Raises KeyError, TypeError or ValueError for any other line."""
    values = {name: line[name] for name in DECISION.names}
    return replace(Decision(**values), decided_at=datetime.fromisoformat(values["decided_at"]))


def _decision(ordinal: int, now: datetime, draft: Draft) -> Decision:
    # Through JSON, so that what is returned now is what will be read later.
    content = None if draft.content is None else json.loads(json.dumps(draft.content))
    return Decision(ordinal, draft.subject, draft.key, content, now, draft.decided_by, draft.reason)


def _read(row: Mapping[str, Any]) -> Decision:
    content = None if row["content"] is None else json.loads(row["content"])
    return Decision(**{**row, "content": content})
