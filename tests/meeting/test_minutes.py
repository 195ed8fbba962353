"""What was decided, as a table to take away."""

from datetime import UTC, datetime, timedelta

from dashboard.meeting.acts import Desk, perform
from dashboard.meeting.decisions import Mark, decided, mark
from dashboard.meeting.minutes import DONE, OVERDUE, THIS, minutes, minutes_workbook
from dashboard.meeting.screen import Watch


def test_each_decision_is_a_row_with_its_state_and_figures(desk: Desk):
    code = desk.agenda.steps[3].focus
    for what in ("Mở điểm", "Gửi danh sách"):
        perform(
            desk, {"act": "type", "step": f"xa-{code}", "what": what, "who": "Sở", "by": "2026-11-18"}, "Lan"
        )
    with desk.store.reader() as cursor:
        first = decided(cursor)[0]
    mark(desk.store, Mark(first.key, first.seen, True, "đã mở", "Hùng"))
    watch = Watch(desk.meeting, desk.facts, desk.facts, datetime.now(UTC) + timedelta(days=4000))
    with desk.store.reader() as cursor:
        rows, book = minutes(cursor, watch).to_pylist(), minutes_workbook(cursor, watch)
    assert [(row["decision_of"], row["decision_what"]) for row in rows] == [
        (THIS, "Mở điểm"),
        (THIS, "Gửi danh sách"),
    ]
    assert [row["decision_state"] for row in rows] == [f"{DONE}: đã mở", OVERDUE]
    assert (
        rows[0]["verified_pct_then"] == rows[0]["verified_pct_now"] == first.typed.shown.standing.verified_pct
    )
    assert book.startswith(b"PK")
