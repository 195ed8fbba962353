"""The app behind the sites of deploy/: nginx and Caddy, TLS, compression, the WebSocket, limits."""

import json
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from httpx2 import Client
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from dashboard.access.accounts import Wanted, account_draft
from dashboard.access.sessions import Place, new_session
from dashboard.store.database import open_store
from dashboard.store.decisions import decide_all
from dashboard.store.journal import JOURNAL_NAME
from tests.browser.conftest import app_on
from tests.deploy.proxy import PROGRAMS, Proxy, certificate, needed, nginx_file, running
from tests.web.prepared import copy_of_filled

COOKIE = "__Host-phien"
MIB = 1024 * 1024


@dataclass(frozen=True)
class Behind:
    """The app behind the proxies: its port, what browsers hold, its home."""

    port: int
    secrets: Mapping[str, str]
    home: Path


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    """The app with a sign-in that is set up, and an officer who is in three times."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("behind") / "home")
    store = open_store(home)
    begun = {use: new_session("lan.nt", Place("127.0.0.1", "test")) for use in ("stays", "nginx", "caddy")}
    wanted = Wanted("lan.nt", ("officer", "administrator"), "Nguyễn Thị Lan")
    decide_all(store, (account_draft(wanted, "test"), *(draft for _, draft in begun.values())))
    store.close()
    settings = {
        "DASHBOARD_PUBLIC_URL": "https://localhost",
        "DASHBOARD_OIDC_METADATA_URL": "https://localhost:1/.well-known/openid-configuration",
        "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
        "DASHBOARD_OIDC_CLIENT_SECRET": "bi-mat",
    }
    with app_on(home, **settings) as server:
        secrets = {use: secret for use, (secret, _) in begun.items()}
        yield Behind(int(server.url.rsplit(":", 1)[1]), secrets, home)


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def proxy(
    request: pytest.FixtureRequest,
    behind: Behind,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Proxy]:
    """One of them in front of that app."""
    with running(request.param, tmp_path_factory.mktemp(request.param), behind.port) as found:
        yield found


@pytest.fixture
def client(proxy: Proxy, behind: Behind) -> Iterator[Client]:
    with Client(
        base_url=f"https://{proxy.host}", verify=proxy.trust, cookies={COOKIE: behind.secrets["stays"]}
    ) as found:
        yield found


def test_nginx_takes_the_site_as_it_stands(tmp_path: Path):
    needed("nginx")
    certificate(tmp_path)
    path = nginx_file(tmp_path, 8501, 8443)
    command = [str(shutil.which("nginx", path=PROGRAMS)), "-t", "-p", str(tmp_path), "-c", str(path)]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr


def test_pages_figures_and_code_come_through_compressed_and_only_by_tls(client: Client):
    table = client.get("/export/communes.csv?tuan=2026-11-11")
    assert (table.status_code, table.headers["content-encoding"]) == (200, "gzip")
    assert "max-age" in table.headers["strict-transport-security"]
    assert "Phường Hạc Thành" in table.text
    assert client.get("/").headers["content-security-policy"]
    assert client.get("/healthz").json()["status"] == "ok"


def test_without_a_session_nobody_gets_in_and_metrics_stay_inside(proxy: Proxy, client: Client):
    assert client.get("/metrics").status_code == 404
    with Client(base_url=f"https://{proxy.host}", verify=proxy.trust) as stranger:
        assert stranger.get("/export/communes.csv?tuan=2026-11-11").status_code == 401
        sent = stranger.get("/ban-do", headers={"accept": "text/html"})
        assert (sent.status_code, sent.headers["location"]) == (302, "/dang-nhap?den=%2Fban-do")
    with pytest.raises(InvalidStatus):
        open_page(proxy, "")


def test_a_page_runs_over_the_websocket(proxy: Proxy, behind: Behind):
    with open_page(proxy, f"{COOKIE}={behind.secrets['stays']}") as page:
        text = run_of(page)
    assert "Nguyễn Thị Lan".encode() in text


def test_the_address_of_who_came_through_is_theirs(proxy: Proxy, behind: Behind):
    """What a client says of its own address is not believed."""
    cookies = {COOKIE: behind.secrets[proxy.name]}
    with Client(base_url=f"https://{proxy.host}", verify=proxy.trust, cookies=cookies) as client:
        assert client.get("/phien").status_code == 204
        client.get("/dang-xuat", headers={"x-forwarded-for": "8.8.8.8"})
        assert client.get("/phien").status_code == 401
    ended = json.loads((behind.home / JOURNAL_NAME).read_text(encoding="utf-8").splitlines()[-1])
    assert (ended["subject"], ended["from"]) == ("sign_in_session", {"way": "page", "address": "127.0.0.1"})


def test_more_than_a_file_is_refused_before_the_app_sees_it(client: Client):
    answer = client.post("/api/v1/reports", content=b"0" * (25 * MIB))
    assert answer.status_code in {401, 413}  # Caddy counts while it passes on, and the app answers first


def test_who_dribbles_headers_is_cut_off(proxy: Proxy):
    """A letter now and then for as long as one is listened to: seconds, not hours."""
    with proxy.connect() as slow:
        assert seconds_until_cut_off(slow, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ") < 6
    if proxy.name == "nginx":  # Caddy passes a body on as it comes, and the app ends it
        with proxy.connect() as silent:
            silent.settimeout(6)
            silent.sendall(b"POST /phien HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx")
            assert b" 200 " not in silent.recv(4096), "it was cut off, or told so, before it was passed on"


def seconds_until_cut_off(slow: ssl.SSLSocket, begin: bytes) -> float:
    began = time.monotonic()
    slow.sendall(begin)
    slow.settimeout(0.3)
    while time.monotonic() - began < 8:
        try:
            if slow.recv(4096) == b"":
                break
            continue
        except (TimeoutError, ssl.SSLWantReadError):
            pass
        except OSError:
            break
        try:
            slow.sendall(b"x")
        except OSError:
            break
    return time.monotonic() - began


def open_page(proxy: Proxy, cookie: str) -> ClientConnection:
    return connect(
        f"wss://{proxy.host}/_stcore/stream",
        ssl=proxy.trust,
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers={"Cookie": cookie},
        origin=f"https://{proxy.host}",  # type: ignore[arg-type]
        max_size=None,
    )


def run_of(page: ClientConnection) -> bytes:
    """All that a first run of the first page sends."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    page.send(asked.SerializeToString())
    told = []
    while True:
        message = page.recv(timeout=30)
        assert isinstance(message, bytes)
        told.append(message)
        if ForwardMsg.FromString(message).WhichOneof("type") == "script_finished":
            return b"".join(told)
