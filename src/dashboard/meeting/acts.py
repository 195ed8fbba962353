"""What people do at the screen of a meeting, as the browser says it, and what the screen answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.briefing.content.facts import Facts
from dashboard.meeting.decisions import Mark, Typed, keep, mark
from dashboard.meeting.model import Agenda, Step
from dashboard.meeting.records import Meeting
from dashboard.meeting.shown import shown_on
from dashboard.store.database import Store
from dashboard.store.decisions import OutdatedDecisionError

KEPT = "Đã ghi quyết định."
NO_WORDS = "Chưa ghi: hãy viết việc cần làm."
NO_DAY = "Chưa ghi: ngày hạn không đúng."
NO_STEP = "Chưa ghi: trang đang chiếu không có trong cuộc họp này."
OUTDATED = "Chưa ghi: người khác vừa sửa quyết định này. Xem lại rồi ghi lại."
DONE, OPEN_AGAIN = "Đã đánh dấu hoàn thành.", "Đã mở lại quyết định."


@dataclass(frozen=True)
class Desk:
    """What an act is done in sight of."""

    store: Store
    meeting: Meeting
    facts: Facts
    agenda: Agenda


def perform(desk: Desk, said: Mapping[str, Any], by: str) -> str:
    """Do what the browser says and return Vietnamese words for the screen; nothing it sends is trusted."""
    return _mark(desk, said, by) if said.get("act") == "mark" else _type(desk, said, by)


def _type(desk: Desk, said: Mapping[str, Any], by: str) -> str:
    step = _step(desk.agenda, str(said.get("step", "")))
    if step is None:
        return NO_STEP
    try:
        by_on = date.fromisoformat(str(said["by"])) if said.get("by") else None
    except ValueError:
        return NO_DAY
    try:
        shown = shown_on(desk.facts, desk.meeting, step)
        keep(
            desk.store,
            desk.meeting,
            Typed(str(said.get("what", "")), str(said.get("who", "")), by_on, shown),
            by,
        )
    except ValueError:
        return NO_WORDS
    return KEPT


def _mark(desk: Desk, said: Mapping[str, Any], by: str) -> str:
    is_done = bool(said.get("is_done"))
    try:
        seen = int(said.get("seen", 0))
        mark(desk.store, Mark(str(said.get("key", "")), seen, is_done, str(said.get("note", "")), by))
    except (KeyError, ValueError, TypeError, OutdatedDecisionError):
        return OUTDATED
    return DONE if is_done else OPEN_AGAIN


def _step(agenda: Agenda, step_id: str) -> Step | None:
    """Of the agenda, or the page of any commune that somebody asked for."""
    return agenda.step(step_id) or agenda.communes.get(step_id.removeprefix("xa-"))
