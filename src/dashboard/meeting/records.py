"""Meetings that were opened: what each looked at and as of when, kept as decisions of the subject `meeting`.

A meeting's figures are not copied: its moment is kept, and everything stored is appended only, so that what
was known then can be computed again. `version` names the files behind the figures; the same comes out again,
or the page says that it does not.
"""

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from dashboard.briefing.content.facts import FilesBehind, files_behind
from dashboard.measures.selection import Selection
from dashboard.meeting.request import request_of, selection_of
from dashboard.reference.round_calendar import AD_HOC, CLOSING, DUE
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import Decision, Draft, decide, decisions_in_force, last_made_at
from dashboard.support.register.kinds import KINDS
from dashboard.support.sessions.keeping import SUBJECT as SESSION

SUBJECT = "meeting"
# What a meeting shows besides reports: when any of it changes, a meeting opened then is another one.
SHOWN = (AD_HOC, DUE, CLOSING, SESSION, *(kind.subject for kind in KINDS.values()))


@dataclass(frozen=True)
class Meeting:
    """A meeting: who opened it, the moment up to which reports count (aware), and its filters."""

    key: str
    opened_by: str
    as_of: datetime
    selection: Selection
    version: str

    @property
    def held_on(self) -> date:
        """The day of it, by the Department's clock."""
        return self.as_of.astimezone(LOCAL_ZONE).date()

    @property
    def scope_query(self) -> str:
        """What its figures are of: the filters without the measure and the commune opened."""
        return _scope_query(self.selection)


@dataclass(frozen=True)
class Opening:
    """Somebody opens a meeting now on these filters."""

    selection: Selection
    opened_by: str
    now: datetime


def open_meeting(store: Store, opening: Opening) -> Meeting:
    """The meeting of these filters: that of this day where nothing came in or was decided since, or another.

    So that entering it again, or a second reader entering it, is not a second meeting.
    """
    with store.reader() as cursor:
        behind = files_behind(cursor, request_of(opening.selection, None))
        changed_at = last_made_at(cursor, SHOWN)
        for held in reversed(meetings_held(cursor)):
            if _is_the_same(held, opening, behind) and (changed_at is None or changed_at <= held.as_of):
                return held
    return _kept(store, opening, behind)


def meetings_held(cursor: duckdb.DuckDBPyConnection) -> tuple[Meeting, ...]:
    """Every meeting opened, the first first."""
    found = [_read(decision) for decision in decisions_in_force(cursor, SUBJECT).values()]
    return tuple(sorted(found, key=lambda meeting: (meeting.as_of, meeting.key)))


def meeting_of(cursor: duckdb.DuckDBPyConnection, key: str) -> Meeting | None:
    """The meeting of this key; None for one that nobody opened."""
    return next((meeting for meeting in meetings_held(cursor) if meeting.key == key), None)


def _is_the_same(held: Meeting, opening: Opening, behind: FilesBehind) -> bool:
    is_today = held.held_on == opening.now.astimezone(LOCAL_ZONE).date()
    is_alike = held.scope_query == _scope_query(opening.selection)
    return is_today and is_alike and held.version == behind.data_version


def _kept(store: Store, opening: Opening, behind: FilesBehind) -> Meeting:
    # A file stamped by a clock that ran ahead shows on every page, so it shows in the meeting too.
    as_of = max(filter(None, (opening.now, behind.last_received_at)))
    content = {
        "query": opening.selection.as_query(),
        "as_of": as_of.isoformat(),
        "version": behind.data_version,
    }
    key = f"{opening.now.astimezone(LOCAL_ZONE):%Y%m%d-%H%M%S}-{behind.data_version}"
    return _read(decide(store, Draft(SUBJECT, key, content, opening.opened_by)))


def _read(decision: Decision) -> Meeting:
    content = decision.content or {}
    return Meeting(
        key=decision.key,
        opened_by=decision.decided_by,
        as_of=datetime.fromisoformat(str(content["as_of"])),
        selection=selection_of(str(content["query"])),
        version=str(content["version"]),
    )


def _scope_query(selection: Selection) -> str:
    return Selection(selection.round_on, selection.carriers, selection.kind, basis=selection.basis).as_query()
