"""What the browser says is checked before anything is kept."""

import pytest

from dashboard.meeting.acts import DONE, KEPT, NO_DAY, NO_STEP, NO_WORDS, OUTDATED, Desk, perform
from dashboard.meeting.decisions import decided

TYPED = {"act": "type", "step": "toan-tinh", "what": "Gửi danh sách", "who": "Sở", "by": "2026-11-18"}


def test_a_decision_is_kept_and_marked(desk: Desk):
    assert perform(desk, TYPED, "Lan") == KEPT
    with desk.store.reader() as cursor:
        [kept] = decided(cursor)
    assert kept.typed.shown.standing.verified_pct == desk.facts.province["verified_pct"]
    assert perform(desk, {"act": "mark", "key": kept.key, "seen": kept.seen, "is_done": True}, "Lan") == DONE
    assert (
        perform(desk, {"act": "mark", "key": kept.key, "seen": kept.seen, "is_done": True}, "Lan") == OUTDATED
    )


def test_any_commune_may_be_decided_on(desk: Desk):
    code = list(desk.agenda.communes)[-1]
    assert perform(desk, TYPED | {"step": f"xa-{code}"}, "Lan") == KEPT
    with desk.store.reader() as cursor:
        assert decided(cursor)[0].typed.shown.selection.commune_code == code


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({"what": " "}, NO_WORDS),
        ({"by": "31/12"}, NO_DAY),
        ({"step": "khong-co"}, NO_STEP),
        ({"act": "mark", "key": "x", "seen": "y"}, OUTDATED),
        ({"act": "mark", "key": "x", "seen": None}, OUTDATED),
    ],
)
def test_what_makes_no_sense_is_answered_and_not_kept(standing: Desk, change: dict[str, str], answer: str):
    assert perform(standing, TYPED | change, "Lan") == answer
    with standing.store.reader() as cursor:
        assert not decided(cursor)
