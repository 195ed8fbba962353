"""Sessions of those who signed in: decisions of the subject `sign_in_session`, ended by a withdrawal.

So who came in when and from where stands in the journal, a session outlives a restart of the app, and who
ends one, from whichever browser, is known. The journal holds the hash of what the browser holds.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import duckdb

from dashboard.settings import settings
from dashboard.store.decisions import Draft, decisions_in_force
from dashboard.store.questions import ask

SUBJECT = "sign_in_session"  # "session" alone is one of support, in a hall
SECRET_BYTES = 32  # 256 random bits need no slow hash: nobody tries them all
BROWSER_LETTERS = 200  # of what a browser says of itself
SUBJECT_OF_IDENTITY = "account_identity"


@dataclass(frozen=True)
class Session:
    """One browser that signed in; `key` is no secret and names it in lists. Times are aware."""

    key: str
    account: str
    began_at: datetime
    address: str
    browser: str

    @property
    def ends_at(self) -> datetime:
        """When it ends by itself, however busy."""
        return self.began_at + timedelta(hours=settings().session_hours)


@dataclass(frozen=True)
class Place:
    """Where somebody signs in from."""

    address: str
    browser: str


def new_session(account: str, place: Place) -> tuple[str, Draft]:
    """What the browser keeps, to be told once, and the decision that begins the session."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    content = {"account": account, "address": place.address, "browser": place.browser[:BROWSER_LETTERS]}
    return secret, Draft(SUBJECT, key_of(secret), content, account)


def ending(session: Session, ended_by: str, reason: str = "") -> Draft:
    """The decision that ends a session."""
    return Draft(SUBJECT, session.key, None, ended_by, reason)


def key_of(secret: str) -> str:
    """A session's key from what the browser keeps."""
    return hashlib.sha256(secret.encode()).hexdigest()


def sessions_in_force(cursor: duckdb.DuckDBPyConnection) -> Mapping[str, Session]:
    """Key -> session that nobody ended and that is not too old, in the order in which they began."""
    since = datetime.now(UTC) - timedelta(hours=settings().session_hours)
    rows = ask(cursor, "access/sessions_since", subject=SUBJECT, since=since).to_pylist()
    return {
        row["key"]: Session(
            row["key"], row["account"], row["decided_at"], row["address"] or "", row["browser"] or ""
        )
        for row in rows
    }


def identity_draft(account: str, issuer: str, subject: str) -> Draft:
    """The decision that an account is this person of the sign-in: names there can pass to others, ids not."""
    return Draft(
        SUBJECT_OF_IDENTITY, account, {"issuer": issuer, "subject": subject}, account, "lần đầu đăng nhập"
    )


def forget_identity(account: str, decided_by: str, reason: str) -> Draft:
    """The decision after which the next person of this name is taken for the account's."""
    return Draft(SUBJECT_OF_IDENTITY, account, None, decided_by, reason)


def identity_of(cursor: duckdb.DuckDBPyConnection, account: str) -> tuple[str, str] | None:
    """Issuer and subject of who signed in first with an account; None before."""
    known = decisions_in_force(cursor, SUBJECT_OF_IDENTITY).get(account)
    content = known.content if known else None
    return (str(content["issuer"]), str(content["subject"])) if content else None
