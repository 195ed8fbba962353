"""Keeps what one browser can send within bounds: endless addresses, files and pages by the hundred.

Streamlit holds every uploaded file in memory until its session ends, and takes any number of them from
whoever has a page open: fifteen files of 19 MB cost 270 MB (measured). Its own limit is for each file alone.
"""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access.roles import Viewer
from dashboard.intake.reading.limits import MIB
from dashboard.settings import settings

UPLOADS = "/_stcore/upload_file/"  # then the session's id and the file's
LONGEST_QUERY_BYTES = 8192  # the longest address of ours, every filter of every page set, is under 1 KiB
WINDOW_SECONDS = 600.0
MOST_FILES = (
    60  # of an account, or of a session at one machine, in a window: a round is 5, twelve rounds at once
)
MOST_BYTES = 200 * MIB  # of the same: those 60 at 60 KB each are 4 MB
UPLOAD_SECONDS = 120.0  # 20 MiB at 1.4 Mbit/s
MOST_OPEN = 500  # pages open at once: up to 0.4 MB each (measured, two hundred were held at 330 MB)
MOST_OPEN_OF_ONE = 40  # of one account: its tabs on every machine
TRY_LATER = 1013  # of the codes of a WebSocket (IANA): the page tries again by itself
MOST_SESSIONS = 1000  # or accounts remembered; the one that has sent nothing for longest is forgotten first

TOO_LONG = "Địa chỉ dài quá mức cho phép."
TOO_SLOW = "Tệp được gửi quá chậm."
TOO_MANY = "Đã gửi quá nhiều tệp trong mười phút. Hãy chờ một lát rồi gửi tiếp."


@dataclass
class Window:
    """What a session has sent since a moment of the monotonic clock."""

    began: float
    files_count: int = 0
    bytes_count: int = 0


@dataclass
class Floods:
    """ASGI middleware: 414 for an endless address, 429 for who sends too much."""

    app: ASGIApp
    clock: Callable[[], float] = time.monotonic
    _sent: OrderedDict[str, Window] = field(default_factory=OrderedDict)
    _open: Counter[str] = field(default_factory=Counter)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it before its body is read."""
        if scope["type"] == "websocket":
            await self._page(scope, receive, send)
            return
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is None:
            await self.app(scope, _in_time(receive) if _is_upload(scope) else receive, send)
        else:
            await refusal(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The connection of an open page, counted for as long as it stands."""
        account = _account_in(scope)
        is_one_too_many = bool(account) and self._open[account] >= MOST_OPEN_OF_ONE
        if is_one_too_many or self._open.total() >= MOST_OPEN:
            await send({"type": "websocket.close", "code": TRY_LATER, "reason": ""})
            return
        self._open[account] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._open[account] -= 1

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if len(scope.get("query_string", b"")) > LONGEST_QUERY_BYTES:
            return PlainTextResponse(TOO_LONG, 414)
        if _is_upload(scope) and not self._is_within(scope):
            return PlainTextResponse(TOO_MANY, 429, headers={"Retry-After": str(int(WINDOW_SECONDS))})
        return None

    def _is_within(self, scope: Scope) -> bool:
        # With a sign-in the account counts: it may have forty pages open, each a session of its own.
        sender = _account_in(scope) or scope["path"].removeprefix(UPLOADS).partition("/")[0]
        now = self.clock()
        window = self._sent.pop(sender, None)
        if window is None or now - window.began > WINDOW_SECONDS:
            window = Window(now)
        window.files_count += 1
        window.bytes_count += _length_of(scope)
        self._sent[sender] = window
        if len(self._sent) > MOST_SESSIONS:
            self._sent.popitem(last=False)
        return window.files_count <= MOST_FILES and window.bytes_count <= MOST_BYTES


def _account_in(scope: Scope) -> str:
    viewer = scope.get("viewer")
    return viewer.account if isinstance(viewer, Viewer) else ""


def _is_upload(scope: Scope) -> bool:
    return bool(scope["type"] == "http" and scope["method"] == "PUT" and scope["path"].startswith(UPLOADS))


def _in_time(receive: Receive) -> Receive:
    """`receive` that gives a whole file so long and no longer: Streamlit would wait for ever."""
    ends_at = asyncio.get_running_loop().time() + UPLOAD_SECONDS

    async def received() -> Message:
        try:
            async with asyncio.timeout_at(ends_at):
                return await receive()
        except TimeoutError:
            raise HTTPException(408, TOO_SLOW) from None

    return received


def _length_of(scope: Scope) -> int:
    """The length that a request gives; one without counts as the largest file that Streamlit lets through."""
    text = dict(scope["headers"]).get(b"content-length", b"")
    return int(text) if text.isdigit() else settings().upload_mib * MIB
