"""Sessions are kept as decisions, as they stood at any moment; two people never lose each other's work."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from dashboard.reference.round_decisions import By
from dashboard.store.database import open_store
from dashboard.store.decisions import OutdatedDecisionError
from dashboard.support.sessions.keeping import keep_sessions, new_session_id, sessions_in_force, sessions_kept
from dashboard.support.sessions.record import Result, Session, Status

BY = By("Lê B", "")
SESSION = Session(
    "s", "14758", date(2026, 12, 5), "h", time(8), time(11, 30), ("g",), ("p",), 90, note="mang theo sạc"
)


def test_a_session_is_read_back_as_it_was_with_its_result(tmp_path: Path):
    store = open_store(tmp_path)
    done = replace(SESSION, status=Status.DONE, result=Result(80, {"viettel": 60, "wintel": 25}, "mất sóng"))
    (first,) = keep_sessions(store, [(SESSION, None)], BY)
    keep_sessions(store, [(done, first)], BY)
    with store.reader() as cursor:
        assert sessions_in_force(cursor) == (done,)
        assert sessions_in_force(cursor, as_of=first.decided_at) == (SESSION,)
        assert sessions_in_force(cursor, as_of=datetime(2020, 1, 1, tzinfo=UTC)) == ()
    assert done.result is not None
    assert done.result.verified_count == 85


def test_the_second_of_two_who_change_a_session_is_told_and_nothing_else_is_kept(tmp_path: Path):
    store = open_store(tmp_path)
    (first,) = keep_sessions(store, [(SESSION, None)], BY)
    keep_sessions(store, [(replace(SESSION, expected_count=120), first)], BY)
    other = replace(SESSION, session_id="o")
    with pytest.raises(OutdatedDecisionError):
        keep_sessions(store, [(other, None), (replace(SESSION, expected_count=50), first)], By("Trần C", ""))
    with store.reader() as cursor:
        assert [each.expected_count for each in sessions_in_force(cursor)] == [120]
        assert next(iter(sessions_kept(cursor).values())).decision.decided_by == "Lê B"


def test_ids_are_never_used_twice():
    assert new_session_id("14758", date(2026, 12, 5), ()) == "14758-2026-12-05"
    assert new_session_id("14758", date(2026, 12, 5), ["14758-2026-12-05"]) == "14758-2026-12-05-2"


def test_what_cannot_be_held_is_refused():
    for wrong in ({"from_at": time(12)}, {"status": Status.DONE}, {"expected_count": -1}):
        with pytest.raises(ValueError, match=r"a session|people"):
            replace(SESSION, **wrong)
    with pytest.raises(ValueError, match="counts people"):
        Result(-1)
    with pytest.raises(ValueError, match="somebody"):
        keep_sessions(None, [(SESSION, None)], By("", ""))  # type: ignore[arg-type] # asked before anything is kept
