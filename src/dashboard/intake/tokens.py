"""Tokens by which carriers' programs send reports: one for each carrier, its hash kept as a decision."""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

import duckdb

from dashboard.store.decisions import Decision, Draft, decisions_in_force

SUBJECT = "report_token"
KEY_BYTES, SECRET_BYTES = 4, 32  # 256 random bits need no slow hash: nobody tries them all
SHAPE = re.compile(r"xt_([0-9a-f]{8})_([0-9a-f]{64})", re.ASCII)
NO_HASH = "0" * 64  # what an unknown key is compared with, so that it takes as long as a known one


@dataclass(frozen=True)
class Token:
    """A token in force: its key is no secret and names it in lists and in the journal."""

    key: str
    carrier_code: str
    sha256: str
    made_at: datetime
    made_by: str


def new_token(carrier_code: str, made_by: str) -> tuple[str, Draft]:
    """A token's text, to be shown once, and the decision that brings it into force."""
    key, secret = secrets.token_hex(KEY_BYTES), secrets.token_hex(SECRET_BYTES)
    content = {"carrier_code": carrier_code, "sha256": _hash(secret)}
    return f"xt_{key}_{secret}", Draft(SUBJECT, key, content, made_by)


def withdrawal(key: str, withdrawn_by: str, reason: str) -> Draft:
    """The decision after which a token opens nothing any more."""
    return Draft(SUBJECT, key, None, withdrawn_by, reason)


def tokens_in_force(cursor: duckdb.DuckDBPyConnection) -> tuple[Token, ...]:
    """All tokens that open something, by carrier and age."""
    tokens = map(_token, decisions_in_force(cursor, SUBJECT).values())
    return tuple(sorted(tokens, key=lambda token: (token.carrier_code, token.made_at)))


def token_of(text: str, cursor: duckdb.DuckDBPyConnection) -> Token | None:
    """The token in force with this text, else None; that takes as long whether its key is known or not."""
    match = SHAPE.fullmatch(text)
    key, secret = match.groups() if match else ("", "")
    known = {token.key: token for token in tokens_in_force(cursor)}.get(key)
    is_right = hmac.compare_digest(known.sha256 if known else NO_HASH, _hash(secret))
    return known if is_right else None


def _token(decision: Decision) -> Token:
    content = decision.content or {}
    return Token(
        decision.key,
        str(content["carrier_code"]),
        str(content["sha256"]),
        decision.decided_at,
        decision.decided_by,
    )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
