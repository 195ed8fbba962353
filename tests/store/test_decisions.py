"""Decisions: the last one stands, withdrawals included, and none is lost or made unseen."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.store.database import Store
from dashboard.store.decisions import (
    Draft,
    OutdatedDecisionError,
    as_line,
    decide,
    decide_all,
    decide_upon,
    decisions_in_force,
    decisions_made,
    from_line,
    last_decision,
    last_made_at,
)
from dashboard.store.journal import read_lines

ALIAS = Draft("alias", "hac thanh cu", {"commune_code": "14758"}, "Lê Thị Ước", "đã gọi điện hỏi")


def withdrawn(draft: Draft) -> Draft:
    return Draft(draft.subject, draft.key, None, "Trần Văn Ân", "nhầm")


def test_a_decision_is_in_force_with_who_when_and_why(store: Store):
    before = datetime.now(UTC)
    made = decide(store, ALIAS)
    assert decisions_in_force(store.reader(), "alias") == {ALIAS.key: made}
    assert (made.content, made.decided_by, made.reason) == (ALIAS.content, "Lê Thị Ước", "đã gọi điện hỏi")
    assert before <= made.decided_at <= datetime.now(UTC)


def test_a_later_decision_takes_the_place_of_an_earlier_one_and_both_stay(store: Store):
    first = decide(store, ALIAS)
    second = decide(store, Draft("alias", ALIAS.key, {"commune_code": "14797"}, "Lê Thị Ước"))
    assert decisions_in_force(store.reader(), "alias") == {ALIAS.key: second}
    assert decisions_made(store.reader(), "alias", ALIAS.key) == [first, second]


def test_what_is_withdrawn_is_not_in_force_and_is_remembered(store: Store):
    decide(store, ALIAS)
    taken_back = decide(store, withdrawn(ALIAS))
    assert decisions_in_force(store.reader(), "alias") == {}
    assert last_decision(store.reader(), "alias", ALIAS.key) == taken_back
    assert taken_back.is_withdrawal


def test_what_stood_at_a_moment_is_still_known(store: Store):
    first = decide(store, ALIAS)
    decide(store, withdrawn(ALIAS))
    assert decisions_in_force(store.reader(), "alias", as_of=first.decided_at) == {ALIAS.key: first}


def test_subjects_do_not_meet(store: Store):
    decide(store, ALIAS)
    assert decisions_in_force(store.reader(), "note") == {}


def test_decisions_made_together_stand_together(store: Store):
    drafts = tuple(Draft("note", str(number), {"text": "x"}, "a") for number in range(3))
    made = decide_all(store, drafts)
    assert [decision.ordinal for decision in made] == [1, 2, 3]
    assert len({decision.decided_at for decision in made}) == 1
    assert list(decisions_in_force(store.reader(), "note").values()) == list(made)


def test_who_decides_in_sight_of_what_no_longer_stands_is_told(store: Store):
    seen = decide(store, ALIAS)
    meanwhile = decide(store, withdrawn(ALIAS))
    with pytest.raises(OutdatedDecisionError) as caught:
        decide_upon(store, ALIAS, seen)
    assert caught.value.standing == meanwhile
    assert last_decision(store.reader(), "alias", ALIAS.key) == meanwhile
    assert decide_upon(store, ALIAS, meanwhile).ordinal == meanwhile.ordinal + 1


def test_who_was_first_to_decide_is_told_of_another_first(store: Store):
    decide(store, ALIAS)
    with pytest.raises(OutdatedDecisionError):
        decide_upon(store, ALIAS, None)


def test_the_journal_has_every_decision_on_a_line(store: Store):
    made = decide(store, ALIAS)
    assert [from_line(line) for line in read_lines(store.home)] == [made]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(content=st.dictionaries(st.text(max_size=8), JSON, max_size=4))
def test_any_content_comes_back_from_its_line(content: dict[str, object]):
    decision = _decided(content)
    assert from_line(as_line(decision)) == decision


def _decided(content: dict[str, object]) -> object:
    line = {"ordinal": 1, "subject": "s", "key": "k", "content": content, "decided_by": "b", "reason": ""}
    return from_line(line | {"decided_at": "2026-11-11T02:00:00+00:00"})


def test_when_something_of_some_subjects_was_last_decided(store: Store):
    with store.reader() as cursor:
        assert last_made_at(cursor, ("one", "two")) is None
    kept = decide(store, Draft("one", "k", {"a": 1}, "Lan"))
    decide(store, Draft("other", "k", {"a": 1}, "Lan"))
    with store.reader() as cursor:
        assert last_made_at(cursor, ("one", "two")) == kept.decided_at
