"""Other sites' pages in the same browser get nothing: no figures, no WebSocket, no request elsewhere."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.web.routes import middleware
from tests.web.shared import shared_settings  # noqa: F401

HERE = "127.0.0.1:8501"
SOMEWHERE_ELSE = "http://trang-la.example"


async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers["host"])
    await socket.close()


@pytest.fixture
def served(filled: Store) -> TestClient:
    """Something to read, to change and to talk to, as Streamlit has it."""
    own = [
        Route("/read", lambda _: PlainTextResponse("số liệu")),
        Route("/api/v1/read", lambda _: PlainTextResponse("mô tả")),
        Route("/change", lambda _: PlainTextResponse("đã đổi"), methods=["POST"]),
        WebSocketRoute("/talk", talk),
    ]
    app = Starlette(routes=own, middleware=middleware())
    return TestClient(app, base_url=f"http://{HERE}", client=("127.0.0.1", 50000))


def test_the_address_of_the_sign_in_needs_no_second_mention(
    served: TestClient, shared: None, monkeypatch: pytest.MonkeyPatch
):
    named = {"host": "thue-bao.example"}
    assert served.get("/read", headers=named).status_code == 421
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", "https://thue-bao.example")
    settings.cache_clear()
    assert served.get("/read", headers=named).status_code == 401  # known, and to sign in first


def heard(client: TestClient, host: str, origin: str | None) -> str | None:
    """What a WebSocket is told; None where it is refused."""
    headers = {"host": host} | ({"origin": origin} if origin else {})
    try:
        with client.websocket_connect(f"ws://{HERE}/talk", headers=headers) as socket:
            return socket.receive_text()
    except WebSocketDisconnect:
        return None


@pytest.mark.parametrize(
    "host",
    [
        HERE,
        "localhost:8501",
        "[::1]:8501",
        "10.1.2.3",
        "may-chu:8501",
        "LOCALHOST",
        "localhost.",
        "a.localhost",
    ],
)
def test_who_calls_this_machine_by_address_or_own_name_is_served(served: TestClient, host: str):
    assert served.get("/read", headers={"host": host}).status_code == 200
    assert heard(served, host, f"http://{host}") == host


@pytest.mark.parametrize(
    "host",
    ["trang-la.example", "trang-la.example:8501", "127.0.0.1.trang-la.example", "a.b.", "[", "127.0.0.1@x.y"],
)
def test_a_page_that_points_its_own_name_here_gets_nothing(served: TestClient, host: str):
    answer = served.get("/read", headers={"host": host})
    assert (answer.status_code, "số liệu" in answer.text) == (421, False)
    assert "DASHBOARD_HOST_NAMES" in answer.text
    assert heard(served, host, f"http://{host}") is None


@pytest.mark.parametrize(
    "origin", [SOMEWHERE_ELSE, "null", "http://127.0.0.1:3000", "http://localhost:3000", "http://[", ""]
)
def test_a_strange_page_changes_nothing_and_never_reaches_streamlit(served: TestClient, origin: str):
    assert served.post("/change", headers={"origin": origin}).status_code == 403
    assert heard(served, HERE, origin or "null") is None


def test_a_program_without_origin_is_served(served: TestClient):
    assert served.post("/change").text == "đã đổi"
    assert heard(served, HERE, None) == HERE


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_of_other_sites_only_links_are_followed(served: TestClient, site: str):
    came = {"sec-fetch-site": site}
    link = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    frame = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
    assert served.get("/read", headers=came | link).status_code == 200
    assert served.get("/read", headers=came | frame).status_code == 403
    assert served.get("/read", headers=came | {"sec-fetch-mode": "no-cors"}).status_code == 403
    assert served.get("/read", headers={"sec-fetch-site": "same-origin"}).status_code == 200


def test_a_name_that_the_operator_gave_is_served_behind_a_proxy_too(
    served: TestClient, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DASHBOARD_HOST_NAMES", "xac-thuc.skhcn.example, khac.example")
    settings.cache_clear()
    name = "xac-thuc.skhcn.example"
    assert served.get("/read", headers={"host": name}).status_code == 200
    assert heard(served, name, f"https://{name}") == name
    assert heard(served, HERE, f"https://{name}") == name  # the proxy called us by our address
    assert heard(served, HERE, f"https://{name}.trang-la.example") is None


def test_programs_with_tokens_may_call_us_what_they_like(served: TestClient):
    assert served.get("/api/v1/read", headers={"host": "trang-la.example"}).text == "mô tả"


def test_no_answer_may_be_framed_or_used_elsewhere(served: TestClient):
    headers = served.get("/read").headers
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
