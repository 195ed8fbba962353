"""Decisions are kept with what was on the screen, marked once at a time, and come back while open."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.measures.selection import Selection
from dashboard.meeting.acts import Desk
from dashboard.meeting.decisions import (
    Mark,
    MeetingDecision,
    Typed,
    brought_back,
    decided,
    decisions_of,
    keep,
    mark,
)
from dashboard.meeting.records import Meeting
from dashboard.meeting.shown import shown_on
from dashboard.store.database import Store
from dashboard.store.decisions import OutdatedDecisionError
from tests.web.prepared import LAST

DUE = date(2026, 11, 18)


def typed_on(desk: Desk, what: str = "Mở điểm lưu động", by_on: date | None = DUE) -> Typed:
    step = next(step for step in desk.agenda.steps if step.kind == "commune")
    return Typed(what, "Viettel", by_on, shown_on(desk.facts, desk.meeting, step))


def all_of(store: Store) -> tuple[MeetingDecision, ...]:
    with store.reader() as cursor:
        return decided(cursor)


def later_meeting() -> Meeting:
    return Meeting("later", "Lan", datetime.now(UTC) + timedelta(minutes=1), Selection(LAST), "")


def test_what_is_kept_is_what_was_typed_and_shown(desk: Desk):
    kept = keep(desk.store, desk.meeting, typed_on(desk), "Lan")
    assert all_of(desk.store) == (kept,)
    assert (kept.typed.what, kept.typed.who, kept.typed.by_on, kept.typed_by) == (
        "Mở điểm lưu động",
        "Viettel",
        DUE,
        "Lan",
    )
    shown = kept.typed.shown
    assert shown.selection.commune_code == desk.agenda.steps[3].focus
    assert shown.standing.carriers == ("viettel", "vinaphone", "mobifone", "vietnamobile")
    assert shown.as_of == desk.meeting.as_of
    assert shown.version == desk.meeting.version
    assert kept.done_at is None


def test_each_has_its_own_number(desk: Desk):
    keys = [keep(desk.store, desk.meeting, typed_on(desk, f"việc {n}"), "Lan").key for n in range(11)]
    assert len(set(keys)) == 11
    assert [each.typed.what for each in all_of(desk.store)] == [f"việc {n}" for n in range(11)]


def test_without_words_nothing_is_decided(desk: Desk):
    with pytest.raises(ValueError, match="what is to be done"):
        typed_on(desk, "  ")


def test_done_and_open_again_keep_what_was_typed(desk: Desk):
    kept = keep(desk.store, desk.meeting, typed_on(desk), "Lan")
    mark(desk.store, Mark(kept.key, kept.seen, True, "đã mở 3 điểm", "Hùng"))
    [done] = all_of(desk.store)
    assert (done.typed, done.typed_by, done.done_by, done.done_note) == (
        kept.typed,
        "Lan",
        "Hùng",
        "đã mở 3 điểm",
    )
    mark(desk.store, Mark(done.key, done.seen, False, "", "Lan"))
    assert all_of(desk.store)[0].done_at is None


def test_who_marks_in_sight_of_an_older_state_is_told(desk: Desk):
    kept = keep(desk.store, desk.meeting, typed_on(desk), "Lan")
    mark(desk.store, Mark(kept.key, kept.seen, True, "", "Hùng"))
    with pytest.raises(OutdatedDecisionError):
        mark(desk.store, Mark(kept.key, kept.seen, True, "", "Lan"))
    with pytest.raises(KeyError):
        mark(desk.store, Mark("nothing/1", 1, True, "", "Lan"))


def test_open_ones_come_back_at_the_next_meeting_the_first_due_first(desk: Desk):
    without_day = keep(desk.store, desk.meeting, typed_on(desk, "không hạn", None), "Lan")
    due = keep(desk.store, desk.meeting, typed_on(desk, "có hạn"), "Lan")
    done = keep(desk.store, desk.meeting, typed_on(desk, "đã xong"), "Lan")
    mark(desk.store, Mark(done.key, done.seen, True, "", "Lan"))
    found = all_of(desk.store)
    assert [each.key for each in brought_back(found, later_meeting(), later_meeting().as_of)] == [
        due.key,
        without_day.key,
    ]
    assert brought_back(found, desk.meeting, desk.meeting.as_of) == ()
    assert len(decisions_of(found, desk.meeting)) == 3


def test_overdue_is_the_day_after(desk: Desk):
    kept = keep(desk.store, desk.meeting, typed_on(desk), "Lan")
    assert not kept.is_overdue(DUE)
    assert kept.is_overdue(DUE + timedelta(days=1))


def test_what_another_meeting_of_the_day_decides_is_seen_while_it_is_held(desk: Desk):
    kept = keep(desk.store, desk.meeting, typed_on(desk), "Lan")
    now = datetime.now(UTC) + timedelta(seconds=1)
    beside = Meeting("beside", "Lan", desk.meeting.as_of - timedelta(days=500), Selection(LAST), "")
    assert [each.key for each in brought_back(all_of(desk.store), beside, now)] == [kept.key]
    assert brought_back(all_of(desk.store), beside, beside.as_of) == ()
