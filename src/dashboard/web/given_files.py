"""Files that Streamlit keeps (downloads, pictures) go to the sign-in sessions that were told of them alone.

Streamlit serves `/media/<name>` to whoever asks, and makes a download for whoever names its button. Both
names are told to a browser by messages of its WebSocket; so what was told is remembered by session, and asked
of every request. A carrier with the address of an officer's file is refused, and so is a second officer.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEDIA = "/media/"
ADDRESS = re.compile(rf"{MEDIA}([0-9a-f]{{32,64}})(?:\.\w+)?")  # a digest of what stands in the file
SESSION = "session_key"  # where the scope of a request holds the key of its sign-in session
PROTOCOLS = "sec-websocket-protocol"
MOST_NAMES = 4000  # of a session; a page has some twenty, the one told of longest ago is forgotten first
MOST_SESSIONS = 1000
NOT_GIVEN = "Tệp này được tạo cho phiên khác. Hãy mở trang và tải lại tệp."


@dataclass(frozen=True)
class Talk:
    """How messages of a WebSocket are read: the names that one to a browser tells of, files, buttons and its
    page, and the button whose download one from a browser asks for, "" for none."""

    told_in: Callable[[bytes], Iterable[str]]
    asked_in: Callable[[bytes], str]


class GivenFiles:
    """ASGI middleware behind the gate; without a `talk` nothing was ever told."""

    def __init__(self, app: ASGIApp, talk: Talk | None = None) -> None:
        self.app, self.talk = app, talk
        self._told: OrderedDict[str, OrderedDict[str, None]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse a file that was not this session's; at one machine all are."""
        session = scope.get(SESSION)
        if session is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            resumed = self._without_strange_session(session, scope)
            await self.app(resumed, self._hearing(session, receive), self._noting(session, send))
        elif scope["path"].startswith(MEDIA) and not self._was_told(session, name_in(scope["path"])):
            answer = PlainTextResponse(NOT_GIVEN, 403, headers={"Cache-Control": "no-store"})
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _was_told(self, session: str, name: str) -> bool:
        return name in self._told.get(session, ())

    def _without_strange_session(self, session: str, scope: Scope) -> Scope:
        """A page that comes back names its session of Streamlit, as the third of the protocols: with what was
        typed and chosen there. One that this sign-in was never told of is begun anew."""
        headers = MutableHeaders(raw=list(scope["headers"]))
        named = [part.strip() for part in headers.get(PROTOCOLS, "").split(",")]
        if len(named) < 3 or self._was_told(session, named[2]):
            return scope
        headers[PROTOCOLS] = ", ".join(named[:2])
        return {**scope, "headers": headers.raw, "subprotocols": named[:2]}

    def _noting(self, session: str, send: Send) -> Send:
        async def noting(message: Message) -> None:
            if self.talk is not None and (content := message.get("bytes")):
                self._note(session, self.talk.told_in(content))
            await send(message)

        return noting

    def _hearing(self, session: str, receive: Receive) -> Receive:
        async def hearing() -> Message:
            """The next message that may be heard; one that asks for another's download is passed over."""
            while True:
                message = await receive()
                content = message.get("bytes")
                asked = self.talk.asked_in(content) if self.talk is not None and content else ""
                if not asked or self._was_told(session, asked):
                    return message

        return hearing

    def _note(self, session: str, names: Iterable[str]) -> None:
        told = self._told.setdefault(session, OrderedDict())
        self._told.move_to_end(session)
        for name in names:
            told[name] = None
            told.move_to_end(name)
        while len(told) > MOST_NAMES:
            told.popitem(last=False)
        while len(self._told) > MOST_SESSIONS:
            self._told.popitem(last=False)


def name_in(address: str) -> str:
    """The name that Streamlit keeps a file by, of its address; "" for what is none."""
    found = ADDRESS.fullmatch(address)
    return found[1] if found else ""
