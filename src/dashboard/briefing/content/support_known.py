"""What is known of support at the moment that a document is made as of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from dashboard.store.decisions import decisions_in_force
from dashboard.support.register.keeping import read_register
from dashboard.support.register.records import Register
from dashboard.support.sessions.keeping import sessions_in_force
from dashboard.support.sessions.record import Session

MEETING_DECISION = (
    "meeting_decision"  # subject of what meetings decide; the meeting stands above the briefing
)


@dataclass(frozen=True)
class KnownSupport:
    """The register, all sessions by day, and what meetings decided as it was kept."""

    register: Register
    sessions: tuple[Session, ...]
    decided: tuple[Mapping[str, Any], ...]


def known_support(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None) -> KnownSupport:
    """As it stood at a moment (None: stands now)."""
    decided = decisions_in_force(cursor, MEETING_DECISION, as_of).values()
    contents = tuple(each.content for each in decided if each.content is not None)
    return KnownSupport(read_register(cursor, as_of), sessions_in_force(cursor, as_of), contents)
