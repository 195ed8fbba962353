"""Where acts come from, beside the acts themselves; acts that are neither files nor decisions."""

import json

import pytest

from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide
from dashboard.store.journal import JOURNAL_NAME, read_lines
from dashboard.store.notes import Note, enter
from dashboard.store.origin import Origin, ask_also, coming_from, origin_now


def test_a_note_takes_its_turn_among_the_acts_and_names_the_way_s_user(store: Store):
    decide(store, Draft("alias", "x", {"code": "1"}, "Lan"))
    with coming_from(Origin("command", name="minh")):
        enter(store, Note("policy_changed", "policy.toml", {"sha256": "0"}))
    assert decide(store, Draft("alias", "x", None, "Lan")).ordinal == 3
    noted = read_lines(store.home)[1]
    assert (noted["ordinal"], noted["noted_by"], noted["content"]) == (2, "minh", {"sha256": "0"})


def test_readers_of_acts_see_them_as_before(store: Store):
    with coming_from(Origin("inbox")):
        decide(store, Draft("alias", "x", {"code": "1"}, "Lan"))
    (line,) = read_lines(store.home)
    assert "from" not in line
    assert json.loads((store.home / JOURNAL_NAME).read_text(encoding="utf-8"))["from"] == {"way": "inbox"}


def test_who_is_asked_last_is_asked_only_where_nothing_was_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("dashboard.store.origin._finders", [])
    assert origin_now() is None
    ask_also(lambda: Origin("page"))
    with coming_from(Origin("api")):
        assert origin_now() == Origin("api")
    assert origin_now() == Origin("page")
