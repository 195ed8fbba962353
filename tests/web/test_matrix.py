"""Who may open which page and ask which route: everything the app serves, as every role and as nobody.

The table is written out here by hand, beside access/rights.py, so that a slip in one of them is seen. What
the app serves is asked of the app itself: a page or route that is in neither table fails.
"""

from collections.abc import Iterable, Iterator

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.runtime import Runtime

from dashboard.access.rights import PAGES, ROUTES, pages_of, right_to
from dashboard.access.roles import AT_THIS_MACHINE, Role
from dashboard.paths import PROJECT_DIR
from dashboard.store.database import Store
from dashboard.web.assets import assets_url
from dashboard.web.figures import layer_path
from dashboard.web.gate import SIGN_IN_FIRST, Gate
from dashboard.web.routes import middleware, routes
from dashboard.web.state import data_state
from tests.web.near import near
from tests.web.prepared import FILES
from tests.web.shared import NOBODY, make_accounts, shared_settings, signed_in_as  # noqa: F401

SHELL = PROJECT_DIR / "src" / "dashboard" / "views" / "shell.py"
LETTERS = {
    "N": NOBODY,
    "L": Role.LEADER,
    "O": Role.OFFICER,
    "C": Role.CARRIER,
    "X": Role.COMMUNE,
    "A": Role.ADMINISTRATOR,
}
ALL, KNOWN, DEPARTMENT = "NLOCXA", "LOCXA", "LO"

# Address of a page -> letters of those who may open it.
MATRIX_OF_PAGES = {
    "/": KNOWN,
    "/tong-quan": DEPARTMENT,
    "/ban-do": DEPARTMENT,
    "/xa-phuong": DEPARTMENT,
    "/phan-tich": DEPARTMENT,
    "/ho-tro": DEPARTMENT,
    "/giao-ban": DEPARTMENT,
    "/bao-cao": DEPARTMENT,
    "/hop": DEPARTMENT,
    "/nha-mang-cua-toi": "C",
    "/xa-cua-toi": "X",
    "/tai-khoan": "A",
    "/quan-tri": "A",
    "/phien-dang-nhap": KNOWN,
}
# Route as the app has it -> an address of it, and who passes the gate.
MATRIX_OF_ROUTES = {
    "/healthz": ("/healthz", ALL),
    "/metrics": ("/metrics", ALL),
    "/api/v1/reports": ("/api/v1/reports", ALL),
    "/api/v1/openapi.json": ("/api/v1/openapi.json", ALL),
    "/assets/{version}/{name:path}": ("/assets/1/board.js", ALL),
    "/dang-nhap": ("/dang-nhap", ALL),
    "/dang-nhap/tiep": ("/dang-nhap/tiep", ALL),
    "/dang-xuat": ("/dang-xuat", ALL),
    "/phien": ("/phien", ALL),
    "/board/{version}": ("/board/1", DEPARTMENT),
    "/context/{version}.json": ("/context/1.json", DEPARTMENT),
    "/support/marks.json": ("/support/marks.json", DEPARTMENT),
    "/views.json": ("/views.json", DEPARTMENT),
    "/layers/{layer_id}.json": ("/layers/1.json", DEPARTMENT),
    "/series/{version}": ("/series/1", DEPARTMENT),
    "/meetings/{key}.json": ("/meetings/1.json", DEPARTMENT),
    "/meetings/{key}/decisions.xlsx": ("/meetings/1/decisions.xlsx", DEPARTMENT),
    "/export/words": ("/export/words", DEPARTMENT),
    "/export/map.{form}": ("/export/map.pdf", DEPARTMENT),
    "/export/{table}.{kind}": ("/export/communes.csv", DEPARTMENT),
    "/receipts/{submission_id}/correction.xlsx": ("/receipts/00000001/correction.xlsx", "LOC"),
    "/receipts/{submission_id}.{kind}": ("/receipts/00000001.json", "LOC"),
    "/auth/login": ("/auth/login", ALL),
    "/auth/logout": ("/auth/logout", ALL),
    "/oauth2callback": ("/oauth2callback", ALL),
    "/_stcore/health": ("/_stcore/health", ALL),
    "/_stcore/metrics": ("/_stcore/metrics", "A"),
    "/_stcore/host-config": ("/_stcore/host-config", KNOWN),
    "/_stcore/stream": ("/_stcore/stream", KNOWN),
    "/_stcore/upload_file/{session_id}/{file_id}": ("/_stcore/upload_file/s/f", "LOC"),
    "/_stcore/bidi-components/{path:path}": ("/_stcore/bidi-components/a/b.js", KNOWN),
    "/_stcore/agent/interact": ("/_stcore/agent/interact", ""),
    "/_stcore/agent/openapi.json": ("/_stcore/agent/openapi.json", ""),
    "/_stcore/agent/mcp": ("/_stcore/agent/mcp", ""),
    "/media/{file_id:path}": ("/media/abc.xlsx", KNOWN),
    "/component/{path:path}": ("/component/a/index.html", KNOWN),
    # What Streamlit's last route, for all that is left, answers with: its bundle, its pictures, and any page.
    "": ("/static/js/index.js", KNOWN),
}
NOT_THERE = (
    *("/khong-co", "/ban-do/", "//ban-do", "/ban-do/x", "/BAN-DO", "/board", "/static"),
    *("/.streamlit/secrets.toml", "/app/static/a.csv", "/_stcore/script-health-check", "/_stcore/anything"),
)


async def passed(request: Request) -> PlainTextResponse:
    return PlainTextResponse("đã qua")


async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("đã qua")
    await socket.close()


@pytest.fixture
def behind() -> TestClient:
    """Something that answers to every address, behind the gate."""
    anything = [WebSocketRoute("/{path:path}", talk), Route("/{path:path}", passed, methods=["GET", "PUT"])]
    return near(Gate(Starlette(routes=anything)))


@pytest.fixture(scope="module")
def served() -> Iterator[list[BaseRoute]]:
    """Every route of the app as it is served, Streamlit's too."""
    app = st.App(SHELL, routes=routes(), middleware=middleware())
    yield list(app._build_starlette_app().routes)
    Runtime._instance = None


def who_passes(behind: TestClient, store: Store, addresses: Iterable[str]) -> dict[str, str]:
    """Letters of those whom the gate lets through to each address."""
    cookies = {letter: signed_in_as(store, role) for letter, role in LETTERS.items()}
    return {
        address: "".join(letter for letter in LETTERS if passes(behind, cookies[letter], address))
        for address in addresses
    }


def passes(behind: TestClient, cookies: dict[str, str], address: str) -> bool:
    behind.cookies = cookies
    if address == "/_stcore/stream":
        try:
            with behind.websocket_connect(f"ws://127.0.0.1{address}") as socket:
                return socket.receive_text() == "đã qua"
        except WebSocketDisconnect:
            return False
    method = "PUT" if "upload" in address else "GET"
    answer = behind.request(method, f"http://127.0.0.1{address}", follow_redirects=False)
    return answer.text == "đã qua" or answer.headers.get("location") == "/"


def test_every_route_that_the_app_serves_is_in_the_matrix(served: list[BaseRoute]):
    paths = {route.path for route in served if isinstance(route, Route | WebSocketRoute | Mount)}
    assert len(paths) > 25
    assert paths == set(MATRIX_OF_ROUTES)


def test_every_page_is_in_the_matrix_and_in_the_table():
    assert {page.file for page in PAGES} == {path.name for path in (PROJECT_DIR / "pages").glob("*.py")}
    assert {f"/{page.path}" for page in PAGES} | {"/"} == set(MATRIX_OF_PAGES)
    ours = {route.path for route in routes()}
    assert ours <= set(ROUTES), "without a line of its own a route is nobody's"


def test_pages_and_routes_let_through_whom_the_matrix_says(empty: Store, shared: None, behind: TestClient):
    make_accounts(empty)
    wanted = MATRIX_OF_PAGES | dict(MATRIX_OF_ROUTES.values())
    assert who_passes(behind, empty, wanted) == wanted


def test_what_is_in_no_table_is_refused_to_everybody(empty: Store, shared: None, behind: TestClient):
    make_accounts(empty)
    assert who_passes(behind, empty, NOT_THERE) == dict.fromkeys(NOT_THERE, "")


def test_the_navigation_offers_what_the_gate_lets_through(empty: Store):
    make_accounts(empty)
    every = {f"/{page.path}" for page in pages_of(AT_THIS_MACHINE)}
    assert every == {path for path, letters in MATRIX_OF_PAGES.items() if set(letters) & set("LOA")} - {"/"}
    assert right_to("/khong-co") is None


def test_who_is_not_in_is_sent_to_sign_in_and_back_and_programs_are_told(
    empty: Store, shared: None, behind: TestClient
):
    asked = behind.get(
        "/bao-cao?tab=da-nhan&q=a%20b", headers={"accept": "text/html"}, follow_redirects=False
    )
    assert asked.headers["location"] == "/dang-nhap?den=%2Fbao-cao%3Ftab%3Dda-nhan%26q%3Da%2520b"
    told = behind.get("/board/1")
    assert (told.status_code, told.text) == (401, SIGN_IN_FIRST)


def test_a_page_that_is_not_theirs_says_so_and_offers_the_way_back(
    empty: Store, shared: None, behind: TestClient
):
    make_accounts(empty)
    behind.cookies = signed_in_as(empty, Role.ADMINISTRATOR)
    answer = behind.get("/bao-cao", headers={"accept": "text/html"})
    assert answer.status_code == 403
    assert "Trang này không thuộc quyền của bạn" in answer.text
    assert "quan-tri" in answer.text
    missing = behind.get("/khong-co", headers={"accept": "text/html"})
    assert (missing.status_code, "Không có trang này" in missing.text) == (404, True)


def test_the_own_address_of_somebodys_first_page_leads_to_it(empty: Store, shared: None, behind: TestClient):
    make_accounts(empty)
    behind.cookies = signed_in_as(empty, Role.COMMUNE)
    behind.follow_redirects = False
    assert behind.get("/xa-cua-toi?tab=ho-tro").headers["location"] == "/?tab=ho-tro"
    behind.cookies = signed_in_as(empty, Role.OFFICER)
    assert behind.get("/tong-quan").headers["location"] == "/"
    assert behind.get("/ban-do").text == "đã qua"


def test_of_receipts_a_carrier_sees_its_own(filled: Store, shared: None):
    make_accounts(filled)
    client = near(Starlette(routes=routes(), middleware=middleware()))
    names = [name for names in FILES.values() for name in names][:3]  # viettel, viettel, vinaphone
    for role in (Role.CARRIER, Role.OFFICER):
        client.cookies = signed_in_as(filled, role)
        codes = [client.get(f"/receipts/{turn:08d}.json").status_code for turn, _ in enumerate(names, 1)]
        sees = [role is Role.OFFICER or name.startswith("viettel") for name in names]
        assert [code == 200 for code in codes] == sees
    assert {name.split("_")[0] for name in names} == {"viettel", "vinaphone"}


def test_what_is_kept_behind_a_sign_in_is_kept_for_that_session_alone(filled: Store, shared: None):
    make_accounts(filled)
    client = near(Starlette(routes=routes(), middleware=middleware()))
    client.cookies = signed_in_as(filled, Role.OFFICER)
    version = data_state(filled).version
    for address in (f"/board/{version}", f"/context/{version}.json", layer_path(data_state(filled))):
        headers = client.get(address).headers
        assert headers["cache-control"].startswith("private")
        assert "Cookie" in headers["vary"]
    code = client.get(f"{assets_url()}board.js").headers
    assert (code["cache-control"].split(",")[0], "Cookie" in code["vary"]) == ("public", False)
    assert client.get("/dang-xuat", follow_redirects=False).headers["clear-site-data"] == '"cache"'


def test_nobody_from_elsewhere_is_served_without_a_sign_in(empty: Store):
    app = Gate(Starlette(routes=[Route("/{path:path}", passed)]))
    away = TestClient(app, base_url="http://127.0.0.1", client=("192.168.1.20", 50000))
    assert away.get("/").status_code == 403
    elsewhere = TestClient(app, base_url="http://192.168.1.5", client=("127.0.0.1", 50000))
    assert elsewhere.get("/").status_code == 403
    proxied = near(app)
    assert proxied.get("/", headers={"x-forwarded-for": "127.0.0.1, 10.1.1.1"}).status_code == 403
    assert proxied.get("/", headers={"x-forwarded-for": "127.0.0.1"}).text == "đã qua"
    assert proxied.get("/_stcore/agent/mcp").status_code == 403
    assert proxied.get("/bat-ky").text == "đã qua"
