"""A tab's connection ends with its session, and when its account is changed; sessions end by themselves."""

import time
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.access.accounts import Wanted, account_draft, removal
from dashboard.access.roles import Role
from dashboard.access.sessions import ending
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.store.decisions import decide
from dashboard.web import open_sockets, signed_in
from dashboard.web.gate import Gate
from dashboard.web.open_sockets import ENDED
from dashboard.web.signed_in import all_signed_in, found_by_key, seconds_since_doing
from tests.web.near import near
from tests.web.shared import make_accounts, shared_settings, signed_in_as  # noqa: F401


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    async for text in socket.iter_text():
        await socket.send_text(text)


@pytest.fixture
def tab(empty: Store, shared: None, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A tab of an officer."""
    monkeypatch.setattr(open_sockets, "LOOK_SECONDS", 0.02)
    make_accounts(empty)
    client = near(Gate(Starlette(routes=[WebSocketRoute("/_stcore/stream", echo)])))
    client.cookies = signed_in_as(empty, Role.OFFICER)
    return client


def said(socket: WebSocketTestSession, text: str) -> str:
    socket.send_text(text)
    return socket.receive_text()


ENDINGS: dict[str, Callable[[Store], None]] = {
    "ended": lambda store: _decide(store, ending(all_signed_in()[0].session, "quan-tri")),
    "account changed": lambda store: _decide(store, account_draft(Wanted("chuyen-vien", ("leader",)), "qt")),
    "account removed": lambda store: _decide(store, removal("chuyen-vien", "qt", "")),
}


def _decide(store: Store, draft: object) -> None:
    decide(store, draft)  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ENDINGS)
def test_a_connection_ends_with_what_it_rested_on(empty: Store, tab: TestClient, how: str):
    with tab.websocket_connect("ws://127.0.0.1/_stcore/stream") as socket:
        assert said(socket, "a") == "a"
        began = time.monotonic()
        ENDINGS[how](empty)
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_text()
    assert closed.value.code == ENDED
    assert time.monotonic() - began < 1


def test_nothing_said_after_the_end_is_heard(empty: Store, tab: TestClient, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(open_sockets, "LOOK_SECONDS", 60)  # so that only what is said next can notice
    with tab.websocket_connect("ws://127.0.0.1/_stcore/stream") as socket:
        assert said(socket, "a") == "a"
        ENDINGS["ended"](empty)
        with pytest.raises(WebSocketDisconnect) as closed:
            said(socket, "b")
    assert closed.value.code == ENDED


def test_a_session_ends_when_nobody_does_anything_and_when_it_is_old(
    empty: Store, tab: TestClient, monkeypatch: pytest.MonkeyPatch
):
    (found,) = all_signed_in()
    key, now = found.session.key, time.monotonic()
    idle = settings().session_idle_hours * 3600
    monkeypatch.setattr(signed_in.time, "monotonic", lambda: now + idle - 1)
    assert found_by_key(key, is_doing=True) is not None
    monkeypatch.setattr(signed_in.time, "monotonic", lambda: now + 2 * idle - 60)
    assert seconds_since_doing(found.session) == pytest.approx(idle - 59)
    assert found_by_key(key, is_doing=False) is not None
    monkeypatch.setattr(signed_in.time, "monotonic", lambda: now + 2 * idle)
    assert found_by_key(key, is_doing=True) is None
    assert found.session.ends_at > found.session.began_at
