"""The moment somebody comes back from the sign-in: an account is found, a session begins, and they land where
they were going.

Streamlit's own route has exchanged the code and set its signed cookie; what it answers is held here until it
is known who that is. Streamlit's cookie alone opens nothing.
"""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access.accounts import account_key, accounts_in_force
from dashboard.access.sessions import Place, ending, identity_draft, identity_of, new_session
from dashboard.access.sign_in import sign_in
from dashboard.settings import settings
from dashboard.store.decisions import Draft, decide_all
from dashboard.web.gate_pages import no_account_page
from dashboard.web.live import live
from dashboard.web.signed_in import session_cookie, signed_in

logger = logging.getLogger(__name__)

Claims = Mapping[str, Any]
MAX_AGE = re.compile(r"max-age=\d{4,}", re.IGNORECASE)  # not that of a cookie to be forgotten
TARGET = "dich"  # cookie: where somebody was going when they had to sign in
HOME = "/"
FAILED = "/dang-nhap?ly-do=khong-thanh"


@dataclass(frozen=True)
class Provider:
    """What Streamlit's sign-in does for us: where a browser begins, and who its cookies say has signed in."""

    start_address: Callable[[], str]
    claims_in: Callable[[Mapping[str, str]], Claims | None]


def answer_callback(app: ASGIApp, provider: Provider) -> ASGIApp:
    """`app` whose answer to the sign-in's callback begins a session, or says why none."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        held = _Held()
        await app(scope, receive, held.send)
        request = Request(scope)
        claims = provider.claims_in(held.cookies())
        if claims is None:  # back from signing out, or the sign-in failed
            is_failure = "state" in request.query_params
            await RedirectResponse(FAILED if is_failure else HOME, 302)(scope, receive, send)
            return
        response = await run_in_threadpool(_begin, request, claims)
        if response.status_code == 302:
            response.raw_headers.extend(held.set_cookies())
        await response(scope, receive, send)

    return answer


def answer_login(app: ASGIApp) -> ASGIApp:
    """`app` whose way to the sign-in leads back with a word where the sign-in does not answer."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        has_failed = False

        async def pass_on(message: Message) -> None:
            nonlocal has_failed
            has_failed = has_failed or message.get("status", 200) >= 400
            if not has_failed:
                await send(message)

        await app(scope, receive, pass_on)
        if has_failed:
            await RedirectResponse(FAILED, 302)(scope, receive, send)

    return answer


def safe_target(target: str) -> str:
    """An address of this app to land at; "/" for one that would lead elsewhere or sign out again."""
    is_path = target.startswith("/") and not target.startswith(("//", "/\\", "/auth/", "/dang-", "/oauth2"))
    return target if is_path and target.isprintable() and "\\" not in target else HOME


def account_name(claims: Claims, claim: str) -> str:
    """The account that somebody says they are; "" where the sign-in says nothing that can be trusted."""
    if claim == "email" and claims.get("email_verified") is not True:
        return ""
    said = claims.get(claim)
    return account_key(said) if isinstance(said, str) else ""


def _begin(request: Request, claims: Claims) -> Response:
    given = sign_in()
    assert given is not None
    name = account_name(claims, given.claim)
    with live().store.reader() as cursor:
        is_known = name in accounts_in_force(cursor)
        person = (str(claims.get("iss", "")), str(claims.get("sub", "")))
        first = identity_of(cursor, name) if is_known else None
    if not is_known or (first is not None and first != person):
        logger.warning("sign-in without an account, or by another person of its name")
        return no_account_page(name)
    place = Place(request.client.host if request.client else "", request.headers.get("user-agent", ""))
    secret, begun = new_session(name, place)
    before = signed_in(request.cookies, is_doing=False)
    drafts: list[Draft] = [] if first else [identity_draft(name, *person)]
    drafts += [ending(before.session, name, "đăng nhập lại")] if before else []
    decide_all(live().store, (*drafts, begun))
    response = RedirectResponse(safe_target(request.cookies.get(TARGET, HOME)), 302)
    response.set_cookie(session_cookie(), secret, httponly=True, samesite="lax", secure=given.is_secure)
    response.delete_cookie(TARGET)
    return response


class _Held:
    """An answer that is held back: only its cookies matter."""

    def __init__(self) -> None:
        self.headers = Headers()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.headers = Headers(raw=list(message["headers"]))

    def set_cookies(self) -> list[tuple[bytes, bytes]]:
        """Streamlit's cookies, kept by the browser no longer than a session can last, instead of 30 days."""
        longest = f"Max-Age={int(settings().session_hours * 3600)}"
        lines = (MAX_AGE.sub(longest, value) for value in self.headers.getlist("set-cookie"))
        return [(b"set-cookie", value.encode("latin-1")) for value in lines]

    def cookies(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in self.headers.getlist("set-cookie"):
            found |= {name: morsel.value for name, morsel in SimpleCookie(line).items() if morsel.value}
        return found
