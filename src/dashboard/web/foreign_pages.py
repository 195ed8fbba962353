"""Keeps pages of other sites out: whoever reads such a page has this app open in the same browser.

Two tricks would let it in. A page can point its own name at 127.0.0.1 after it was loaded (DNS rebinding): to
the browser the app is then part of that page. And any page may open a WebSocket to any address; Streamlit
refuses a strange one, but only after it has asked another host for this machine's public address.
"""

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.settings import settings

READING = {"GET", "HEAD", "OPTIONS"}
OF_PROGRAMS = "/api/"  # opens to tokens, which no page of another site knows
FROM_OTHER_SITES = {"cross-site", "same-site"}  # another port of the same machine is "same-site"
POLICY_VIOLATION = 1008  # RFC 6455, 7.4.1
STRANGE_NAME = (
    "Địa chỉ này chưa được khai báo cho ứng dụng. Hãy mở bằng địa chỉ IP hoặc tên máy; nếu dùng tên miền, "
    "người vận hành khai báo tên đó trong DASHBOARD_HOST_NAMES rồi khởi động lại."
)
STRANGE_PAGE = "Yêu cầu đến từ một trang web khác nên không được thực hiện."


@dataclass(frozen=True)
class Refusal:
    """Why somebody is not served: code of the answer and words."""

    code: int
    words: str


class NoForeignPages:
    """ASGI middleware in front of the gate: lets through who asks from this app's own pages, or none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket") or scope["path"].startswith(OF_PROGRAMS):
            await self.app(scope, receive, send)
            return
        refusal = refusal_of(Headers(scope=scope), is_reading=scope.get("method") in READING)
        if refusal is None:
            await self.app(_by_the_browsers_name(scope), receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": ""})
        else:
            await PlainTextResponse(refusal.words, refusal.code)(scope, receive, send)


def refusal_of(headers: Mapping[str, str], *, is_reading: bool) -> Refusal | None:
    """Why a request is refused; None for one that is served. `is_reading` for one that changes nothing."""
    host, origin = headers.get("host", ""), headers.get("origin")
    if host and not _is_known(_name_in(f"//{host}")):
        return Refusal(421, STRANGE_NAME)
    if origin is not None and not is_reading and not _is_own(origin, host):
        return Refusal(403, STRANGE_PAGE)
    if headers.get("sec-fetch-site") in FROM_OTHER_SITES and not _is_link(headers):
        return Refusal(403, STRANGE_PAGE)
    return None


def _is_known(name: str) -> bool:
    """Whether a browser that calls us so cannot have been sent here by a stranger: an address in numbers, a
    name without a dot or of the machine (nobody outside can own those), or one that the operator named."""
    own = {socket.gethostname().lower(), *_given_names()}
    return _is_address(name) or "." not in name or name.endswith(".localhost") or name in own


def _given_names() -> set[str]:
    """Names that are the operator's: of those without a dot other programs of this machine have pages too."""
    given = settings().host_names.lower().replace(",", " ").split()
    given += [_name_in(settings().public_url)] if settings().public_url else []
    return {name for name in given if "." in name and name != "."}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_own(origin: str, host: str) -> bool:
    """Whether an origin is this app: where the browser called, or a name that the operator gave it."""
    place = _place_of(origin)
    return bool(place) and (place == host.lower() or _name_in(origin) in _given_names())


def _place_of(origin: str) -> str:
    """Name and port of an origin, small; "" for the origin of what has none, which browsers call null."""
    return origin.lower().partition("://")[2]


def _is_link(headers: Mapping[str, str]) -> bool:
    """Whether somebody follows a link to a page, as from a mail."""
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _name_in(address: str) -> str:
    """The name of an address without port, small; one that nobody has for what is none."""
    try:
        return (urlsplit(address).hostname or ".").rstrip(".") or "."
    except ValueError:
        return "."


def _by_the_browsers_name(scope: Scope) -> Scope:
    """Behind a proxy that calls us by another name than the browser called it, the browser's name: else
    Streamlit takes its own page for a strange one."""
    headers = MutableHeaders(raw=list(scope["headers"]))
    origin = headers.get("origin", "")
    if _name_in(origin) in _given_names():
        headers["host"] = _place_of(origin)
    return {**scope, "headers": headers.raw}
