"""Every kind of answer carries the security headers and the policy, and its cookies are kept to TLS."""

from collections.abc import Iterator

import pytest
import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from streamlit.runtime import Runtime

from dashboard.access.roles import Role
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.web.assets import assets_url
from dashboard.web.content_policy import content_policy
from dashboard.web.every_answer import FAULT, ON_EVERY_ANSWER, EveryAnswer
from dashboard.web.foreign_pages import OF_PROGRAMS
from dashboard.web.routes import middleware, routes
from dashboard.web.signed_in import session_cookie
from dashboard.web.state import data_state
from tests.web.apart import run_apart
from tests.web.shared import NOBODY, make_accounts, shared_settings, signed_in_as  # noqa: F401
from tests.web.test_matrix import SHELL

NAME = "so-lieu.example"
FEW_BYTES = 500  # of the head of figures, which are a kilobyte; the pages' policy took it to 900
KINDS = {  # what it is: method, address, as whom, what is sent with it, code
    "page": ("GET", "/", Role.OFFICER, {}, 200),
    "deep page": ("GET", "/ban-do", Role.OFFICER, {}, 200),
    "page not theirs": ("GET", "/bao-cao", Role.CARRIER, {"accept": "text/html"}, 403),
    "no page": ("GET", "/khong-co", Role.OFFICER, {"accept": "text/html"}, 404),
    "to the sign-in": ("GET", "/bao-cao", NOBODY, {"accept": "text/html"}, 302),
    "sign-in": ("GET", "/dang-nhap", NOBODY, {}, 200),
    "own route": ("GET", "/export/communes.csv", Role.OFFICER, {}, 200),
    "own route, nothing there": ("GET", "/export/khong.csv", Role.OFFICER, {}, 404),
    "own route, wrong method": ("DELETE", "/healthz", NOBODY, {}, 405),
    "refused": ("GET", "/board/1", Role.CARRIER, {}, 403),
    "asset": ("GET", "{assets}board.js", NOBODY, {}, 200),
    "asset of another version": ("GET", "/assets/1/board.js", NOBODY, {}, 404),
    "signing out": ("GET", "/dang-xuat", Role.OFFICER, {}, 302),
    "interface": ("GET", f"{OF_PROGRAMS}v1/openapi.json", NOBODY, {}, 200),
    "interface without a token": ("POST", f"{OF_PROGRAMS}v1/reports", NOBODY, {}, 401),
    "Streamlit's bundle": ("GET", "/static/khong-co.js", Role.OFFICER, {}, 200),
    "Streamlit's small talk": ("GET", "/_stcore/health", NOBODY, {}, 503),  # it is not started here
    "media": ("GET", "/media/khong-co.xlsx", Role.OFFICER, {}, 403),
    "upload": ("PUT", "/_stcore/upload_file/s/f", Role.OFFICER, {}, 403),
    "closed": ("GET", "/app/static/a.csv", Role.OFFICER, {}, 403),
    "endless address": ("GET", f"/?{'a' * 9000}", Role.OFFICER, {}, 414),
    "strange name": ("GET", "/", NOBODY, {"host": "trang-la.example"}, 421),
    "strange page": ("POST", "/healthz", NOBODY, {"origin": "http://trang-la.example"}, 403),
    "fault": ("GET", "/export/words", Role.OFFICER, {}, 500),
}


async def fail(_request: Request) -> Response:
    raise ValueError("bí mật")


@pytest.fixture(scope="module")
def whole_app() -> Iterator[TestClient]:
    """The app with all that Streamlit serves beside our routes, one that fails; not started."""
    own = [Route("/export/words", fail), *routes()]
    app = st.App(SHELL, routes=own, middleware=middleware())
    yield TestClient(
        app._build_starlette_app(),
        base_url=f"https://{NAME}",
        client=("127.0.0.1", 50000),
        raise_server_exceptions=False,
        follow_redirects=False,
    )
    Runtime._instance = None


@pytest.fixture
def behind_tls(filled: Store, shared: None, whole_app: TestClient, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", f"https://{NAME}")
    settings.cache_clear()
    make_accounts(filled)
    return filled


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_is_marked(behind_tls: Store, whole_app: TestClient, kind: str):
    method, address, role, headers, code = KINDS[kind]
    whole_app.cookies = {session_cookie(): secret for secret in signed_in_as(behind_tls, role).values()}
    answer = whole_app.request(method, address.replace("{assets}", assets_url()), headers=headers)
    assert answer.status_code == code
    assert {name: answer.headers.get(name) for name in ON_EVERY_ANSWER} == ON_EVERY_ANSWER
    assert answer.headers["content-security-policy"] == content_policy()
    assert "max-age" in answer.headers["strict-transport-security"]
    assert len(answer.headers["x-request-id"]) == 16
    assert kind != "signing out" or answer.headers.get_list("set-cookie")
    for cookie in answer.headers.get_list("set-cookie"):
        assert "Secure" in cookie, cookie
        assert "samesite" in cookie.lower(), cookie
        assert "httponly" in cookie.lower() or cookie.startswith("_streamlit_xsrf="), cookie
    assert (FAULT in answer.text, "bí mật" in answer.text) == (kind == "fault", False)


def test_figures_may_load_nothing_and_travel_light(behind_tls: Store, whole_app: TestClient):
    secrets = signed_in_as(behind_tls, Role.OFFICER).values()
    whole_app.cookies = {session_cookie(): secret for secret in secrets}
    answer = whole_app.get(f"/board/{data_state(behind_tls).version}")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors")
    assert {name: answer.headers.get(name) for name in ON_EVERY_ANSWER} == ON_EVERY_ANSWER
    head = sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)
    assert head < FEW_BYTES


def test_a_websockets_cookies_too(behind_tls: Store):
    sent: list[Message] = []

    async def accept(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept", "headers": [(b"set-cookie", b"a=1; Path=/; HttpOnly")]})

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    run_apart(EveryAnswer(accept)({"type": "websocket"}, receive, send))
    headers = dict(sent[0]["headers"])
    assert headers[b"set-cookie"].endswith(b"; Secure")
    assert b"strict-transport-security" in headers
