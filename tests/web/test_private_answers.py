"""What a browser may keep of an answer that is somebody's."""

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from dashboard.web.private_answers import kept_private

KEPT = {"cache-control": "public, max-age=31536000, immutable", "vary": "Accept-Encoding"}


async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
    app = Starlette(routes=[Route("/{path:path}", lambda _: Response("a", headers=KEPT))])
    await app(scope, receive, kept_private(send, scope["path"]))


def test_data_are_for_one_session_and_code_for_everybody():
    client = TestClient(guarded)
    data, code = client.get("/board/1").headers, client.get("/static/js/index.js").headers
    assert data["cache-control"] == "private, max-age=31536000, immutable"
    assert data["vary"] == "Accept-Encoding, Cookie"
    assert {name: code[name] for name in KEPT} == KEPT
