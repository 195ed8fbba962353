"""Sessions as decisions of subject `session`: read as they stood, kept in sight of what stood."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import duckdb

from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.decisions import Content, Decision, Draft, decide_all_upon, decisions_in_force
from dashboard.support.sessions.record import Result, Session, Status

SUBJECT = "session"


@dataclass(frozen=True)
class KeptSession:
    """A session in force, with the decision it comes from."""

    session: Session
    decision: Decision


def sessions_kept(
    cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None
) -> Mapping[str, KeptSession]:
    """Id -> session that stood at a moment (None: stands now), by day and then id."""
    kept = {
        key: KeptSession(session_of(key, decision.content or {}), decision)
        for key, decision in decisions_in_force(cursor, SUBJECT, as_of).items()
    }
    return dict(sorted(kept.items(), key=lambda item: (item[1].session.held_on, item[0])))


def sessions_in_force(
    cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None
) -> tuple[Session, ...]:
    """The sessions alone."""
    return tuple(kept.session for kept in sessions_kept(cursor, as_of).values())


def keep_sessions(
    store: Store, sessions: Sequence[tuple[Session, Decision | None]], by: By
) -> tuple[Decision, ...]:
    """Have sessions stand, each in sight of what stood, or none of them.

    Raises ValueError without a name, OutdatedDecisionError when another decided one of them first.
    """
    if not by.name.strip():
        raise ValueError("a session is kept by somebody")
    drafts = [
        (Draft(SUBJECT, session.session_id, content_of(session), by.name.strip(), by.reason.strip()), seen)
        for session, seen in sessions
    ]
    return decide_all_upon(store, drafts)


def new_session_id(commune_code: str, held_on: date, known: Iterable[str]) -> str:
    """An id that no session has, cancelled ones included: commune, day, and a number from the second on."""
    base, taken = f"{commune_code}-{held_on.isoformat()}", set(known)
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(each for each in numbered if each not in taken)


def content_of(session: Session) -> dict[str, Any]:
    """A session for the journal."""
    result = session.result
    return {
        "commune_code": session.commune_code,
        "held_on": session.held_on.isoformat(),
        "hall_id": session.hall_id,
        "from_at": session.from_at.isoformat("minutes"),
        "to_at": session.to_at.isoformat("minutes"),
        "group_ids": list(session.group_ids),
        "point_ids": list(session.point_ids),
        "expected_count": session.expected_count,
        "status": session.status.value,
        "result": None
        if result is None
        else {
            "came_count": result.came_count,
            "verified": dict(result.verified),
            "why_not": result.why_not,
        },
        "note": session.note,
    }


def session_of(session_id: str, content: Content) -> Session:
    """A session from the journal."""
    result = content["result"]
    return Session(
        session_id,
        content["commune_code"],
        date.fromisoformat(content["held_on"]),
        content["hall_id"],
        time.fromisoformat(content["from_at"]),
        time.fromisoformat(content["to_at"]),
        tuple(content["group_ids"]),
        tuple(content["point_ids"]),
        int(content["expected_count"]),
        Status(content["status"]),
        None if result is None else Result(result["came_count"], result["verified"], result["why_not"]),
        content["note"],
    )
