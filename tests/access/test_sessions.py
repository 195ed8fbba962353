"""Sessions as decisions: begun, ended, and too old."""

import re
from datetime import timedelta

import pytest

from dashboard.access.sessions import (
    Place,
    ending,
    forget_identity,
    identity_draft,
    identity_of,
    key_of,
    new_session,
    sessions_in_force,
)
from dashboard.paths import PROJECT_DIR
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.store.decisions import decide

FROM = Place("10.0.0.7", "Firefox " * 100)


def test_a_session_is_in_force_until_somebody_ends_it(store: Store):
    secret, draft = new_session("lan", FROM)
    other, second = new_session("lan", FROM)
    decide(store, draft)
    decide(store, second)
    found = sessions_in_force(store.reader())
    assert list(found) == [key_of(secret), key_of(other)]
    begun = found[key_of(secret)]
    assert (begun.account, begun.address, len(begun.browser)) == ("lan", "10.0.0.7", 200)
    assert begun.ends_at - begun.began_at == timedelta(hours=settings().session_hours)
    decide(store, ending(begun, "qt", "máy lạ"))
    assert list(sessions_in_force(store.reader())) == [key_of(other)]


def test_what_the_browser_holds_is_kept_nowhere(store: Store):
    secret, draft = new_session("lan", FROM)
    decide(store, draft)
    assert secret not in (store.home / "journal.jsonl").read_text(encoding="utf-8")


def test_an_old_session_is_not_in_force(store: Store, monkeypatch: pytest.MonkeyPatch):
    decide(store, new_session("lan", FROM)[1])
    monkeypatch.setenv("DASHBOARD_SESSION_HOURS", "0.0000001")
    settings.cache_clear()
    assert not sessions_in_force(store.reader())
    monkeypatch.delenv("DASHBOARD_SESSION_HOURS")
    settings.cache_clear()


def test_an_account_is_the_person_who_came_first_until_that_is_forgotten(store: Store):
    assert identity_of(store.reader(), "lan") is None
    decide(store, identity_draft("lan", "https://idp", "17"))
    assert identity_of(store.reader(), "lan") == ("https://idp", "17")
    decide(store, forget_identity("lan", "qt", "đổi người"))
    assert identity_of(store.reader(), "lan") is None


def test_no_two_kinds_of_decision_share_a_subject():
    told = [
        name
        for path in sorted((PROJECT_DIR / "src" / "dashboard").rglob("*.py"))
        for name in re.findall(
            r'^(?:\w*SUBJECT\w*|AD_HOC|DUE|CLOSING)(?: = \w+)? = "(\w+)"',
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    ]
    assert len(told) > 12
    assert len(told) == len(set(told))
