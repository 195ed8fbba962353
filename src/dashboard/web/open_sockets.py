"""A WebSocket for as long as its session is in force and its account unchanged.

Streamlit keeps what it knew at the handshake for as long as a tab stays open. So the connection itself ends:
at once when a session ends, wherever that was said, and when an account is changed; the tab then asks anew.
"""

import asyncio
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.signed_in import SignedIn, found_by_key

LOOK_SECONDS = 0.5  # between looks at a session: two look-ups in memory
ENDED = 4401  # of the codes that are the application's (RFC 6455, 7.4.2): session.js asks whether to sign in


def watched(app: ASGIApp, begun: SignedIn) -> ASGIApp:
    """`app` for one connection of this session."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        await _Watched(begun, receive, send).serve(app, scope)

    return serve


class _Watched:
    def __init__(self, begun: SignedIn, receive: Receive, send: Send) -> None:
        self.begun, self.inward, self.outward = begun, receive, send
        self.over = asyncio.Event()

    async def serve(self, app: ASGIApp, scope: Scope) -> None:
        watch = asyncio.create_task(self._watch(), name="session-watch")
        try:
            await app(scope, self.receive, self.send)
        finally:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch

    def is_in_force(self, *, is_doing: bool) -> bool:
        now = found_by_key(self.begun.session.key, is_doing=is_doing)
        return now is not None and now.account.ordinal == self.begun.account.ordinal

    async def receive(self) -> Message:
        """What the browser says next; that it has gone, once the session is over."""
        heard = asyncio.ensure_future(self.inward())
        ended = asyncio.ensure_future(self.over.wait())
        done, _ = await asyncio.wait({heard, ended}, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if heard in done and not self.over.is_set():
            message = heard.result()
            if message["type"] != "websocket.receive" or self.is_in_force(is_doing=True):
                return message
            await self._end()
        heard.cancel()
        with suppress(asyncio.CancelledError):
            await heard
        return {"type": "websocket.disconnect", "code": ENDED, "reason": ""}

    async def send(self, message: Message) -> None:
        if not self.over.is_set():
            await self.outward(message)

    async def _watch(self) -> None:
        while self.is_in_force(is_doing=False):
            await asyncio.sleep(LOOK_SECONDS)
        await self._end()

    async def _end(self) -> None:
        if not self.over.is_set():
            self.over.set()
            with suppress(RuntimeError):  # gone already
                await self.outward({"type": "websocket.close", "code": ENDED, "reason": ""})
