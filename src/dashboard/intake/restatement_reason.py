"""Why a file took the place of one whose figures were in use: said by whoever took it in, or later.

Decisions of the subject `restatement_reason`, keyed by the submission that took the place, with the content
{"text": reason}.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide, decisions_in_force

SUBJECT = "restatement_reason"
NONE_GIVEN = "không nêu lý do"
LONGEST_REASON = 500  # characters; a sentence or two


@dataclass(frozen=True)
class Reason:
    """A reason in the words of who gave it, and when."""

    text: str
    given_by: str
    given_at: datetime


def reasons_given(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> Mapping[str, Reason]:
    """Submission -> why it took another's place, as known at a moment (None: now)."""
    decided = decisions_in_force(cursor, SUBJECT, as_of)
    return {
        key: Reason(str((decision.content or {}).get("text", "")), decision.decided_by, decision.decided_at)
        for key, decision in decided.items()
    }


def give_reason(store: Store, submission_id: str, text: str, given_by: str) -> None:
    """Keep a reason; a later one takes its place, an empty one withdraws it. Nothing happens for the same."""
    words = " ".join(text.split())[:LONGEST_REASON]
    with store.reader() as cursor:
        known = reasons_given(cursor).get(submission_id)
    if words != (known.text if known else ""):
        content = {"text": words} if words else None
        decide(store, Draft(SUBJECT, submission_id, content, given_by, words))
