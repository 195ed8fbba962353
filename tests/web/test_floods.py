"""What one browser can send is bounded, and others are not held up by it."""

import asyncio
from contextlib import ExitStack, suppress

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.access.roles import Viewer
from dashboard.store.database import Store
from dashboard.web import floods
from dashboard.web.floods import (
    LONGEST_QUERY_BYTES,
    MOST_FILES,
    MOST_SESSIONS,
    TOO_SLOW,
    UPLOADS,
    WINDOW_SECONDS,
    Floods,
)
from tests.web.apart import run_apart


async def take(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guard(clock: Clock) -> Floods:
    return Floods(Starlette(routes=[Route("/{path:path}", take, methods=["GET", "PUT"])]), clock)


def put(guard: Floods, session: str, content: bytes = b"x") -> int:
    return TestClient(guard).put(f"{UPLOADS}{session}/file", content=content).status_code


def test_files_by_the_hundred_end_for_that_session_alone_and_not_for_ever(guard: Floods, clock: Clock):
    codes = [put(guard, "a") for _ in range(MOST_FILES + 20)]
    assert codes == [200] * MOST_FILES + [429] * 20
    assert put(guard, "b") == 200
    clock.now = WINDOW_SECONDS + 1
    assert put(guard, "a") == 200


def test_an_account_sends_no_more_by_more_pages(guard: Floods):
    """Each of its pages is a session of Streamlit, which alone would multiply what one carrier sends."""

    async def as_carrier(scope: Scope, receive: Receive, send: Send) -> None:
        await guard({**scope, "viewer": Viewer("V", "viettel-th", frozenset())}, receive, send)

    client = TestClient(as_carrier)
    codes = [client.put(f"{UPLOADS}{page}/file", content=b"x").status_code for page in range(MOST_FILES + 5)]
    assert codes == [200] * MOST_FILES + [429] * 5


def test_a_file_that_comes_too_slowly_is_ended(guard: Floods, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(floods, "UPLOAD_SECONDS", 0.05)
    began: list[Message] = [{"type": "http.request", "body": b"x", "more_body": True}]
    sent: list[Message] = []

    async def receive() -> Message:
        return began.pop() if began else await asyncio.sleep(60, {"type": "http.disconnect"})

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "PUT", "path": f"{UPLOADS}a/file", "headers": [], "query_string": b""}
    run_apart(guard(scope, receive, send))
    assert (sent[0]["status"], TOO_SLOW.encode() in sent[1]["body"]) == (408, True)


def test_megabytes_are_counted_too(guard: Floods, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(floods, "MOST_BYTES", 1000)
    assert [put(guard, "a", b"x" * 400) for _ in range(4)] == [200, 200, 429, 429]


def test_what_is_remembered_is_bounded(guard: Floods):
    for number in range(MOST_SESSIONS + 5):
        guard._refusal({"type": "http", "method": "PUT", "path": f"{UPLOADS}{number}/f", "headers": []})
    assert len(guard._sent) == MOST_SESSIONS


def test_an_endless_address_is_refused_by_the_app_as_it_is_served(filled: Store, client: TestClient):
    assert client.get("/board/x?q=" + "a" * LONGEST_QUERY_BYTES).status_code == 414
    assert client.get("/board/x?q=" + "a" * 100).status_code == 200


def test_pages_by_the_hundred_end_for_that_account_and_make_room_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(floods, "MOST_OPEN_OF_ONE", 2)
    monkeypatch.setattr(floods, "MOST_OPEN", 3)
    guard = Floods(Starlette(routes=[WebSocketRoute("/{account}", talk)]))

    async def named(scope: Scope, receive: Receive, send: Send) -> None:
        account = scope["path"].strip("/")
        await guard({**scope, "viewer": Viewer(account, account, frozenset())}, receive, send)

    client = TestClient(named)
    with ExitStack() as pages:
        opened = [pages.enter_context(client.websocket_connect(path)) for path in ("/lan", "/lan")]
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/lan"):
            pass
        opened.append(pages.enter_context(client.websocket_connect("/minh")))
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/hoa"):
            pass
        assert len(opened) == 3
    with client.websocket_connect("/lan") as again:
        again.close()


async def talk(page: WebSocket) -> None:
    await page.accept()
    with suppress(WebSocketDisconnect):
        await page.receive_text()
