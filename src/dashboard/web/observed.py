"""Every request counted, timed and logged: a number of its own, its route, who asked, how it ended.

The route is that of the table of rights, never the address itself, which may hold what somebody typed.
"""

import logging
import time
from typing import Any
from uuid import uuid4

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from dashboard.access.rights import route_of
from dashboard.access.roles import Viewer
from dashboard.store.metering import REQUEST_SECONDS, REQUESTS

logger = logging.getLogger(__name__)

METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"}
OTHER = "other"  # any address that is in no table, so that strangers cannot make up labels without end
UNTOLD = {
    "/static/{path:path}",
    "/_stcore/health",
    "/healthz",
    "/metrics",
}  # a hundred a page, or asked by machines
SEEN = "observed"  # where the scope of a request holds what is found out on the way


class Observed:
    """ASGI middleware in front of all others."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and say how it ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seen: dict[str, Any] = {"code": 500, "person": ""}
        number = uuid4().hex[:16]
        began = time.perf_counter()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["code"] = message["status"]
                message = {**message, "headers": [*message["headers"], (b"x-request-id", number.encode())]}
            await send(message)

        with bound_contextvars(request=number):
            try:
                await self.app({**scope, SEEN: seen}, receive, sent)
            finally:
                _note(scope, seen, time.perf_counter() - began)


class WhoAsked:
    """ASGI middleware behind the gate: tells the one in front who asked."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note who asks, and pass on."""
        viewer = scope.get("viewer")
        if SEEN in scope and isinstance(viewer, Viewer):
            scope[SEEN]["person"] = viewer.account or viewer.name
        await self.app(scope, receive, send)


def _note(scope: Scope, seen: dict[str, Any], seconds: float) -> None:
    route = route_of(scope["path"]) or OTHER
    method = scope["method"] if scope["method"] in METHODS else OTHER
    REQUESTS.labels(route, method, str(seen["code"])).inc()
    REQUEST_SECONDS.labels(route).observe(seconds)
    if route in UNTOLD and seen["code"] < 400:
        return
    told = {"route": route, "method": method, "code": seen["code"], "ms": round(1000 * seconds)}
    logger.info("request", extra={**told, "person": seen["person"]})
