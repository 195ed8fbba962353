"""Who is signed in, as of now: looked up at every request and every run, since roles and sessions change.

What the database says is read anew only after something was committed; when somebody last did something is
kept in memory, and forgotten with a restart, which counts as doing.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from dashboard.access.accounts import Account, accounts_in_force
from dashboard.access.roles import Viewer
from dashboard.access.sessions import Session, key_of, sessions_in_force
from dashboard.access.sign_in import sign_in
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.web.live import live

HOUR = 3600.0
_last_seen: dict[str, float] = {}  # session -> moment of the monotonic clock; as many as there are sessions


@dataclass(frozen=True)
class SignedIn:
    """A session in force with its account as it is now."""

    session: Session
    account: Account

    @property
    def viewer(self) -> Viewer:
        """Who looks."""
        return self.account.viewer


def session_cookie() -> str:
    """Name of the cookie that a session is known by; behind TLS no other host of the domain can set it."""
    given = sign_in()
    return "__Host-phien" if given and given.is_secure else "phien"


def signed_in(cookies: Mapping[str, str], *, is_doing: bool = True) -> SignedIn | None:
    """Whose session a browser's cookies name; None for none in force. `is_doing` keeps it from idling out."""
    secret = cookies.get(session_cookie())
    return found_by_key(key_of(secret), is_doing=is_doing) if secret else None


def found_by_key(key: str, *, is_doing: bool) -> SignedIn | None:
    """The session of this key, if it is in force and its account too."""
    sessions, accounts = _standing(live().store, live().store.commits.count)
    session = sessions.get(key)
    account = accounts.get(session.account) if session else None
    if session is None or account is None or session.ends_at <= datetime.now(UTC):
        return None
    now = time.monotonic()
    if now - _last_seen.setdefault(key, now) > settings().session_idle_hours * HOUR:
        return None
    if is_doing:
        _last_seen[key] = now
    return SignedIn(session, account)


def all_signed_in() -> tuple[SignedIn, ...]:
    """Everybody who is in now, who came last first."""
    sessions, _ = _standing(live().store, live().store.commits.count)
    found = (found_by_key(key, is_doing=False) for key in reversed(tuple(sessions)))
    return tuple(it for it in found if it is not None)


def seconds_since_doing(session: Session) -> float:
    """How long nobody has done anything in a session."""
    now = time.monotonic()
    return now - _last_seen.get(session.key, now)


@lru_cache(maxsize=2)
def _standing(store: Store, _commits_count: int) -> tuple[Mapping[str, Session], Mapping[str, Account]]:
    with store.reader() as cursor:
        sessions = dict(sessions_in_force(cursor))
        return sessions, accounts_in_force(cursor)
