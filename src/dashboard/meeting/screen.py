"""What changes while a meeting's figures stand still: decisions, what was restated, the list of meetings."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import duckdb

from dashboard.briefing.content.facts import Facts
from dashboard.figures.words import round_line
from dashboard.measures.wording import count_text, day_text, pct_text, points_text, time_text
from dashboard.meeting.decisions import MeetingDecision, brought_back, decided, decisions_of
from dashboard.meeting.records import Meeting, meetings_held
from dashboard.meeting.shown import Standing, standing_now
from dashboard.meeting.since import since
from dashboard.reference.carriers import carrier_by_code
from dashboard.settings import LOCAL_ZONE

NOT_THE_SAME = (
    "Không dựng lại được đúng số liệu của cuộc họp này: tệp đứng sau số liệu không còn như khi họp. "
    "Hãy báo người quản trị."
)


@dataclass(frozen=True)
class Watch:
    """A meeting watched at a moment: its facts then and those of the same filters now."""

    meeting: Meeting
    then: Facts
    now: Facts
    at: datetime

    @property
    def today(self) -> date:
        """The day of it, by the Department's clock."""
        return self.at.astimezone(LOCAL_ZONE).date()

    @property
    def is_past(self) -> bool:
        """Whether the meeting was on an earlier day."""
        return self.meeting.held_on < self.today

    @property
    def until(self) -> datetime:
        """Up to when what other meetings decide is seen in it: now, or as it was opened."""
        return self.meeting.as_of if self.is_past else self.at


def screen(cursor: duckdb.DuckDBPyConnection, watch: Watch) -> dict[str, Any]:
    """For the browser, as JSON."""
    decisions, held = decided(cursor), meetings_held(cursor)
    return {
        "key": watch.meeting.key,
        "query": watch.meeting.selection.as_query(),
        "isPast": watch.is_past,
        "trouble": "" if watch.then.data_version == watch.meeting.version else NOT_THE_SAME,
        "since": asdict(since(cursor, watch.meeting, watch.then, watch.now)),
        "mine": [_told(each, watch) for each in decisions_of(decisions, watch.meeting)],
        "earlier": [_told(each, watch) for each in brought_back(decisions, watch.meeting, watch.until)],
        "held": [_listed(each, decisions) for each in reversed(held)],
    }


def _told(decision: MeetingDecision, watch: Watch) -> dict[str, Any]:
    typed, shown = decision.typed, decision.typed.shown
    now = standing_now(watch.then, shown.selection)
    return {
        "key": decision.key,
        "seen": decision.seen,
        "what": typed.what,
        "who": typed.who,
        "by": day_text(typed.by_on) if typed.by_on else "",
        "isOverdue": decision.is_overdue(watch.today),
        "step": shown.step_id,
        "on": shown.step_title,
        "typed": f"{decision.typed_by}, {time_text(decision.typed_at)}",
        "then": _standing_text(shown.standing),
        "now": _standing_text(now) if now != shown.standing else "",
        "moved": _moved(shown.standing, now),
        "isDone": decision.done_at is not None,
        "done": _done(decision),
    }


def _standing_text(stood: Standing) -> str:
    """ "kỳ 11/11/2026: 68,2 %, còn 5.432"."""
    if stood.verified_pct is None:
        return f"kỳ {day_text(stood.round_on)}: chưa có số liệu"
    left = count_text(stood.unverified_count)
    return f"kỳ {day_text(stood.round_on)}: {pct_text(stood.verified_pct)}, còn {left}"


def _moved(then: Standing, now: Standing) -> str:
    """How far the rate has come since; where other carriers stand behind it, that is said instead."""
    if now == then or then.verified_pct is None or now.verified_pct is None:
        return ""
    moved = points_text(now.verified_pct - then.verified_pct)
    if then.carriers == now.carriers:
        return moved
    names = [carrier_by_code()[code].name for code in {*then.carriers} ^ {*now.carriers}]
    return f"{moved}, nhưng hai kỳ khác nhau {', '.join(sorted(names))}"


def _done(decision: MeetingDecision) -> str:
    if decision.done_at is None:
        return ""
    note = f": {decision.done_note}" if decision.done_note else ""
    return f"{decision.done_by}, {time_text(decision.done_at)}{note}"


def _listed(meeting: Meeting, decisions: Iterable[MeetingDecision]) -> dict[str, Any]:
    count = sum(each.meeting_key == meeting.key for each in decisions)
    names = [carrier_by_code()[code].name for code in meeting.selection.carriers]
    return {
        "key": meeting.key,
        "at": time_text(meeting.as_of),
        "about": ", ".join((round_line(meeting.selection), *names)),
        "by": meeting.opened_by,
        "decisions": count,
    }
