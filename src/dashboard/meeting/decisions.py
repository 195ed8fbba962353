"""What a meeting decides: what, who, by when, with what was on the screen; done when somebody says so.

Decisions of the subject `meeting_decision` (store/decisions.py), keyed by meeting and number. The first of a
key is what was typed; a later one says that it is done, or not after all, and repeats what was typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

import duckdb

from dashboard.briefing.content.support_known import MEETING_DECISION
from dashboard.meeting.records import Meeting
from dashboard.meeting.shown import Shown
from dashboard.store.database import Store
from dashboard.store.decisions import Decision, Draft, OutdatedDecisionError, decide_upon, decisions_made

SUBJECT = MEETING_DECISION
LONGEST_WHAT, LONGEST_WHO = 500, 120  # characters: a sentence or two; a name and an office


@dataclass(frozen=True)
class Typed:
    """What somebody typed on a page of a meeting, `shown` what was on it. Raises ValueError without words."""

    what: str
    who: str
    by_on: date | None
    shown: Shown

    def __post_init__(self) -> None:
        """Refuse what nobody could act on."""
        if not self.what.strip():
            raise ValueError("a decision says what is to be done")


@dataclass(frozen=True)
class MeetingDecision:
    """A decision of a meeting; `seen` is the ordinal to be named by who changes it (`decide_upon`).

    `done_at` is when somebody said that it is done, with their words in `done_note`; None while it is open.
    """

    key: str
    meeting_key: str
    typed: Typed
    typed_by: str
    typed_at: datetime
    seen: int
    done_at: datetime | None
    done_by: str
    done_note: str

    def is_open_at(self, moment: datetime) -> bool:
        """Whether it was typed and not done by a moment."""
        return self.typed_at <= moment and (self.done_at is None or self.done_at > moment)

    def is_overdue(self, day: date) -> bool:
        """Whether it is open though its day has gone by."""
        return self.done_at is None and self.typed.by_on is not None and self.typed.by_on < day


@dataclass(frozen=True)
class Mark:
    """Somebody says of a decision that it is done (or not after all), in sight of its state `seen`."""

    key: str
    seen: int
    is_done: bool
    note: str
    marked_by: str


def keep(store: Store, meeting: Meeting, typed: Typed, typed_by: str) -> MeetingDecision:
    """Keep what was typed under the next number of its meeting."""
    content = _as_content(typed, meeting.key)
    while True:
        with store.reader() as cursor:
            number = 1 + sum(each.meeting_key == meeting.key for each in decided(cursor))
        key = f"{meeting.key}/{number}"
        try:
            kept = decide_upon(store, Draft(SUBJECT, key, content, typed_by, typed.what), None)
        except OutdatedDecisionError:  # another reader typed at the same moment: the next number
            continue
        return _read([kept])


def mark(store: Store, said: Mark) -> None:
    """Say that a decision is done, or open again.

    Raises KeyError for a decision that nobody typed, OutdatedDecisionError where somebody else has marked it
    meanwhile.
    """
    with store.reader() as cursor:
        made = decisions_made(cursor, SUBJECT, said.key)
    if not made:
        raise KeyError(said.key)
    last = made[-1]
    if last.ordinal != said.seen:
        raise OutdatedDecisionError(last)
    content = {**(last.content or {}), "is_done": said.is_done, "note": said.note.strip()[:LONGEST_WHAT]}
    decide_upon(store, Draft(SUBJECT, said.key, content, said.marked_by, said.note.strip()), last)


def decided(cursor: duckdb.DuckDBPyConnection) -> tuple[MeetingDecision, ...]:
    """Every decision of every meeting, in the order typed."""
    made = sorted(decisions_made(cursor, SUBJECT), key=attrgetter("key", "ordinal"))
    found = [_read(list(group)) for _, group in groupby(made, key=attrgetter("key"))]
    return tuple(sorted(found, key=attrgetter("typed_at", "key")))


def decisions_of(decisions: tuple[MeetingDecision, ...], meeting: Meeting) -> tuple[MeetingDecision, ...]:
    """Those typed in a meeting."""
    return tuple(each for each in decisions if each.meeting_key == meeting.key)


def brought_back(
    decisions: tuple[MeetingDecision, ...], meeting: Meeting, until: datetime
) -> tuple[MeetingDecision, ...]:
    """Those of other meetings open when this one was opened or at a moment of it, the first due first."""
    others = [each for each in decisions if each.meeting_key != meeting.key]
    due = [each for each in others if each.is_open_at(meeting.as_of) or each.is_open_at(until)]
    return tuple(sorted(due, key=lambda each: (each.typed.by_on or date.max, each.typed_at)))


def _as_content(typed: Typed, meeting_key: str) -> dict[str, Any]:
    return {
        "meeting": meeting_key,
        "what": " ".join(typed.what.split())[:LONGEST_WHAT],
        "who": " ".join(typed.who.split())[:LONGEST_WHO],
        "by_on": typed.by_on.isoformat() if typed.by_on else None,
        "shown": typed.shown.as_json(),
    }


def _read(made: list[Decision]) -> MeetingDecision:
    """A decision of its first and last lines; all but whether it is done was said by the first."""
    first, last = made[0], made[-1]
    content: Mapping[str, Any] = first.content or {}
    now: Mapping[str, Any] = last.content or {}
    by_on = content["by_on"]
    is_done = bool(now.get("is_done"))
    return MeetingDecision(
        key=first.key,
        meeting_key=content["meeting"],
        typed=Typed(
            content["what"],
            content["who"],
            date.fromisoformat(by_on) if by_on else None,
            Shown.from_json(content["shown"]),
        ),
        typed_by=first.decided_by,
        typed_at=first.decided_at,
        seen=last.ordinal,
        done_at=last.decided_at if is_done else None,
        done_by=last.decided_by if is_done else "",
        done_note=str(now.get("note", "")),
    )
