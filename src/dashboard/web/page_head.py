"""Adds to the head of Streamlit's page what lets the map come sooner, and the page's language.

Without it the browser learns of plotly only after Streamlit's own bundle has run (docs/performance.md).
"""

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access.roles import Viewer
from dashboard.web.assets import PLOTLY, SESSION, assets, assets_url
from dashboard.web.figures import context_path, is_large, layer_path
from dashboard.web.gate import viewer_in
from dashboard.web.live import live
from dashboard.web.state import data_state

MEETING = "/hop"  # whose maps are plain SVG and need no plotly
OWN_PATHS = (
    "/assets/",
    "/dang-",
    "/context/",
    "/layers/",
    "/meetings/",
    "/series/",
    "/export/",
    "/api/",
    "/_stcore/",
    "/static/",
    "/media/",
    "/component/",
)
CANVAS_MODULES = ("atlas/canvas_map.js", "atlas/outlines.js")  # draw a large layer, in plotly's place
WITH_BOARD = ("/", "/ban-do", "/xa-phuong", "/phan-tich")  # plotly on other pages would be read for nothing


class HeadOfPage:
    """ASGI middleware: rewrites HTML pages only; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with hints put into an HTML answer."""
        viewer = viewer_in(scope) if scope["type"] == "http" else None
        if viewer is None or scope["path"].startswith(OWN_PATHS):
            await self.app(scope, receive, send)
        else:
            await self.app(_unpacked(scope), receive, _Rewriter(send, viewer, scope["path"]).send)


def _unpacked(scope: Scope) -> Scope:
    """Asks for the page as text: Streamlit packs that of every address but "/", and no hint gets in."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers}


class _Rewriter:
    """Holds an HTML answer back until it is whole, then sends it with the hints."""

    def __init__(self, send: Send, viewer: Viewer, path: str) -> None:
        self.onward, self.viewer, self.path = send, viewer, path
        self.start: Message | None = None
        self.body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self.start = message
        elif self.start is not None and message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self.start)
        else:
            await self.onward(message)

    async def _finish(self, start: Message) -> None:
        hints = await run_in_threadpool(_hints, self.viewer, self.path)  # may have to ask the database
        body = self.body.replace(b"<head>", b"<head>" + hints.encode(), 1)
        body = body.replace(b'<html lang="en"', b'<html lang="vi"', 1)
        headers = [(name, value) for name, value in start["headers"] if name.lower() != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.onward({**start, "headers": headers})
        await self.onward({"type": "http.response.body", "body": body})


def _is_html(start: Message) -> bool:
    headers = {name.lower(): value for name, value in start["headers"]}
    packed = headers.get(b"content-encoding", b"identity") != b"identity"
    return headers.get(b"content-type", b"").startswith(b"text/html") and not packed


def _hints(viewer: Viewer, path: str) -> str:
    """All that the board or the meeting will ask for, so that the browser asks at once and not one by one; of
    who has signed in first the watch over the session, and of who sees no board only that."""
    watch = "" if viewer.is_local else f'<script src="{assets_url()}{SESSION}"></script>'
    is_meeting = path.rstrip("/") == MEETING
    is_hinted = viewer.sees_every_carrier and (is_meeting or path in WITH_BOARD)
    return watch + (_own_hints(is_meeting) if is_hinted else "")


def _own_hints(is_meeting: bool) -> str:
    at, state = assets_url(), data_state(live().store)
    modules = [name for name in assets() if name.endswith(".js") and name not in (PLOTLY, SESSION)]
    of_map = CANVAS_MODULES if is_large(state) else ()
    modules = [name for name in modules if is_meeting or "/" not in name or name in of_map]
    styles = ["meeting/meeting.css", "atlas/atlas.css"] if is_meeting else ["board.css"]
    fetched = [f"{at}dictionary.json", context_path(state), layer_path(state)]
    hints = [f'<link rel="modulepreload" href="{at}{name}">' for name in modules]
    hints += [f'<link rel="preload" as="fetch" crossorigin="anonymous" href="{path}">' for path in fetched]
    hints += [f'<link rel="preload" as="style" href="{at}{name}">' for name in styles]
    if not is_meeting and not is_large(state):
        hints.append(f'<link rel="preload" as="script" href="{at}{PLOTLY}">')
    return "".join(hints)
