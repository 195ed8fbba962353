"""What a request enters in the journal came from a page or the API, and from which address."""

from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.access.sign_in import is_shared
from dashboard.store.origin import Origin, coming_from
from dashboard.web.foreign_pages import OF_PROGRAMS


class CameFrom:
    """ASGI middleware. Pages' own runs are in threads of Streamlit's; views/who.py tells of those."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; what it does comes from there."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with coming_from(origin_of(scope)):
            await self.app(scope, receive, send)


def origin_of(scope: Scope) -> Origin:
    """Where a request comes from; the address only where it may be another machine's."""
    client = scope.get("client")
    address = client[0] if client and is_shared() else ""
    return Origin("api" if scope["path"].startswith(OF_PROGRAMS) else "page", address)
