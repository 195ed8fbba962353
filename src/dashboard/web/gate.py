"""The one gate in front of everything: pages, own routes, Streamlit's, uploads and the WebSocket.

Nothing passes that access/rights.py does not name. Without a sign-in only this machine passes, and with all
rights; with one, who is known, with the rights that their account has at this moment (decision 0025).
"""

from collections.abc import Mapping
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.access.rights import Open, Right, first_path, is_page, may, right_to
from dashboard.access.roles import AT_THIS_MACHINE, Viewer
from dashboard.access.sign_in import CALLBACK, is_loopback, is_shared
from dashboard.web.callback import Provider, answer_callback, answer_login
from dashboard.web.gate_pages import not_found_page, not_yours_page
from dashboard.web.given_files import SESSION
from dashboard.web.open_sockets import watched
from dashboard.web.private_answers import kept_private
from dashboard.web.signed_in import signed_in

SIGN_IN = "/dang-nhap"
LOGIN = "/auth/login"  # Streamlit's
VIEWER, PROVIDER = "viewer", "provider"  # where the scope of a request says who looks, and who signs in
FORWARDED = ("x-forwarded-for", "x-real-ip", "forwarded")
NOT_SHARED = (
    "Ứng dụng đang chạy ở chế độ một máy, chưa cấu hình đăng nhập, nên chỉ mở được tại chính máy này "
    "(http://localhost). Cách cấu hình: docs/guide/13-dang-nhap.md."
)
SIGN_IN_FIRST = "Hãy đăng nhập trước."
NOT_YOURS = "Tài khoản này không có quyền dùng địa chỉ này."
MOST_TARGET_LETTERS = 2000  # of an address to come back to, as it stands in another: ours are under 1 KiB
NOT_THERE = "Không có gì ở địa chỉ này."
REFUSED_SOCKET = 1008  # RFC 6455, 7.4.1


class Gate:
    """ASGI middleware: passes a request on with `viewer` in its scope, or refuses it."""

    def __init__(self, app: ASGIApp, provider: Provider | None = None) -> None:
        self.app, self.provider = app, provider

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif is_shared():
            await self._shared(scope, receive, send)
        else:
            await self._local(scope, receive, send)

    async def _local(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not comes_from_here(scope):
            await _refuse(scope, receive, send, PlainTextResponse(NOT_SHARED, 403))
        elif right_to(scope["path"]) is Open.TO_NOBODY:
            await _refuse(scope, receive, send, PlainTextResponse(NOT_YOURS, 403))
        else:
            await self._onward({**scope, VIEWER: AT_THIS_MACHINE}, receive, send)

    async def _shared(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = signed_in(HTTPConnection(scope).cookies)
        viewer, right = (found.viewer if found else None), right_to(scope["path"])
        if not may(viewer, right):
            await _refuse(scope, receive, send, _refusal(scope, viewer, right))
            return
        key = found.session.key if found else None
        scope = {**scope, VIEWER: viewer, PROVIDER: self.provider, SESSION: key}
        send = send if isinstance(right, Open) else kept_private(send, scope["path"])
        if scope["type"] == "websocket" and found is not None:
            await watched(self.app, found)(scope, receive, send)
        elif scope["path"] == LOGIN:
            await answer_login(self.app)(scope, receive, send)
        elif scope["path"] == CALLBACK and self.provider is not None:
            await answer_callback(self.app, self.provider)(scope, receive, send)
        else:
            await self._onward(scope, receive, send)

    async def _onward(self, scope: Scope, receive: Receive, send: Send) -> None:
        """To the app; Streamlit knows somebody's first page by "/" alone, so its own address leads there."""
        viewer = scope[VIEWER]
        if viewer is not None and scope["path"] == first_path(viewer):
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/", 302)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def viewer_in(scope: Mapping[str, object]) -> Viewer | None:
    """Who asks, as the gate found out: None for nobody known. Raises KeyError where no gate was passed."""
    viewer = scope[VIEWER]
    return viewer if isinstance(viewer, Viewer) else None


def comes_from_here(scope: Scope) -> bool:
    """Whether a request comes from this machine, to an address of it, and through nobody's proxy."""
    headers = Headers(scope=scope)
    places = [scope.get("client"), scope.get("server")]
    if not all(place and is_loopback(place[0]) for place in places):
        return False
    return not any(name in headers and not _all_loopback(headers[name]) for name in FORWARDED)


def _all_loopback(forwarded: str) -> bool:
    return all(is_loopback(part.strip()) for part in forwarded.split(","))


def _refusal(scope: Scope, viewer: Viewer | None, right: Right | None) -> Response:
    """What somebody is told who may not: a page for who reads, a line for a program."""
    is_reading = scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")
    if viewer is None:
        return (
            RedirectResponse(f"{SIGN_IN}?den={_target(scope)}", 302)
            if is_reading
            else (PlainTextResponse(SIGN_IN_FIRST, 401))
        )
    if is_reading and right is None:
        return not_found_page(viewer)
    if is_reading and is_page(scope["path"]):
        return not_yours_page(viewer)
    return PlainTextResponse(NOT_YOURS, 403) if right is not None else PlainTextResponse(NOT_THERE, 404)


def _target(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return quote(scope["path"] + (f"?{query}" if query else ""), safe="")[:MOST_TARGET_LETTERS]


async def _refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": REFUSED_SOCKET, "reason": ""})
    else:
        answer.headers["Cache-Control"] = "no-store"
        await answer(scope, receive, send)
