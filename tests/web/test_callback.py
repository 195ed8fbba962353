"""Coming back from the sign-in: an account is found, a session begins, and one lands where one was going."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.web.callback import Provider, account_name, safe_target
from dashboard.web.gate import Gate
from dashboard.web.secure_cookies import secured
from dashboard.web.sign_in import serve_session, serve_sign_in, serve_sign_out, serve_start
from dashboard.web.signed_in import all_signed_in, session_cookie
from tests.web.near import near
from tests.web.shared import make_accounts, shared_settings  # noqa: F401

IDENTITY = "_nguoi"  # stands for Streamlit's signed cookie


async def call_back(request: Request) -> Response:
    """Streamlit's route as the gate meets it: sets its cookie and leads to the first page."""
    answer = RedirectResponse("/", 302)
    if who := request.query_params.get("code"):
        answer.set_cookie(IDENTITY, who, max_age=30 * 86400)
    return answer


async def start(request: Request) -> Response:
    """Streamlit's way to the sign-in, which may not answer."""
    if request.query_params.get("provider") == "away":
        return PlainTextResponse("Authentication error", 400)
    answer = RedirectResponse("https://sso.example/authorize", 302)
    answer.set_cookie("_state", "1")
    return answer


def claims_in(cookies: Mapping[str, str]) -> Mapping[str, Any] | None:
    name, _, subject = cookies.get(IDENTITY, "").partition("-so-")
    return {"preferred_username": name, "iss": "https://idp", "sub": subject or name} if name else None


@pytest.fixture
def browser(empty: Store, shared: None) -> TestClient:
    """A browser of somebody unknown, before an app with accounts."""
    make_accounts(empty)
    own = [
        Route("/oauth2callback", call_back),
        Route("/auth/login", start),
        Route("/dang-nhap", serve_sign_in),
        Route("/dang-nhap/tiep", serve_start),
        Route("/dang-xuat", serve_sign_out),
        Route("/phien", serve_session),
    ]
    client = near(Gate(Starlette(routes=own), Provider(lambda: "/auth/login?provider=x", claims_in)))
    client.follow_redirects = False
    return client


def come_in(browser: TestClient, who: str, target: str = "/bao-cao?tab=da-nhan") -> Response:
    browser.get(f"/dang-nhap/tiep?den={quote(target, safe='')}")
    return browser.get(f"/oauth2callback?state=s&code={who}")  # type: ignore[return-value]


def test_who_has_an_account_lands_where_they_were_going(browser: TestClient):
    assert browser.get("/phien").status_code == 401
    start = browser.get("/dang-nhap/tiep?den=%2Fbao-cao")
    assert start.headers["location"] == "/auth/login?provider=x"
    answer = come_in(browser, "Chuyen-Vien")
    assert answer.headers["location"] == "/bao-cao?tab=da-nhan"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=lax" in answer.headers["set-cookie"]
    assert browser.get("/phien").status_code == 204
    (found,) = all_signed_in()
    assert (found.account.name, found.session.address) == ("chuyen-vien", "127.0.0.1")
    assert browser.get("/dang-nhap?den=/ban-do").headers["location"] == "/ban-do"


def test_signing_in_again_is_a_new_session_and_the_old_one_ends(browser: TestClient):
    come_in(browser, "chuyen-vien")
    first = browser.cookies[session_cookie()]
    come_in(browser, "chuyen-vien")
    assert browser.cookies[session_cookie()] != first
    assert len(all_signed_in()) == 1


def test_without_an_account_nobody_is_let_in_and_no_cookie_is_left(browser: TestClient):
    answer = come_in(browser, "<b>la")
    assert answer.status_code == 403
    assert "&lt;b&gt;la" in browser.get("/oauth2callback?state=s&code=<b>la").text
    assert IDENTITY not in answer.headers.get("set-cookie", "")
    assert browser.get("/phien").status_code == 401


def test_another_person_of_the_same_name_is_not_the_account(browser: TestClient):
    come_in(browser, "chuyen-vien-so-17")
    other = near(browser.app)
    other.follow_redirects = False
    assert come_in(other, "chuyen-vien-so-18").status_code == 403
    assert come_in(other, "chuyen-vien-so-17").status_code == 302


def test_the_way_to_the_sign_in_passes_unchanged_or_leads_back_with_a_word(browser: TestClient):
    onward = browser.get("/auth/login?provider=x")
    assert (onward.status_code, onward.headers["location"]) == (302, "https://sso.example/authorize")
    assert "_state=1" in onward.headers["set-cookie"]
    assert browser.get("/auth/login?provider=away").headers["location"] == "/dang-nhap?ly-do=khong-thanh"


def test_what_streamlit_keeps_lives_no_longer_than_a_session(browser: TestClient):
    lines = come_in(browser, "chuyen-vien").headers.get_list("set-cookie")  # type: ignore[attr-defined]
    (kept,) = [line for line in lines if line.startswith(IDENTITY)]
    assert f"Max-Age={int(settings().session_hours * 3600)}" in kept


def test_a_sign_in_that_failed_says_so_and_coming_back_from_signing_out_does_not(browser: TestClient):
    assert (
        browser.get("/oauth2callback?state=s&error=no").headers["location"] == "/dang-nhap?ly-do=khong-thanh"
    )
    assert browser.get("/oauth2callback").headers["location"] == "/"
    assert "không thành công" in browser.get("/dang-nhap?ly-do=khong-thanh").text


def test_signing_out_ends_the_session_but_not_from_another_sites_page(browser: TestClient):
    come_in(browser, "chuyen-vien")
    assert browser.get("/dang-xuat", headers={"sec-fetch-site": "cross-site"}).headers["location"] == "/"
    assert browser.get("/phien").status_code == 204
    secret = browser.cookies[session_cookie()]
    assert browser.get("/dang-xuat").headers["location"] == "/auth/logout"
    assert not all_signed_in()
    copied = near(browser.app)
    copied.cookies = {session_cookie(): secret}
    assert copied.get("/phien").status_code == 401


@pytest.mark.parametrize(
    "target",
    [
        "//la.example",
        "/\\la.example",
        "https://la.example",
        "",
        "bao-cao",
        "/dang-xuat",
        "/auth/logout",
        "/a\r\nb",
        "/a\\b",
    ],
)
def test_one_lands_in_this_app_only(target: str):
    assert safe_target(target) == "/"


def test_an_unverified_e_mail_is_nobodys_name():
    claims = {"email": "Lan@Tinh.example", "email_verified": False}
    assert account_name(claims, "email") == ""
    assert account_name(claims | {"email_verified": True}, "email") == "lan@tinh.example"
    assert account_name({"preferred_username": 7}, "preferred_username") == ""


def test_behind_tls_every_cookie_is_kept_to_it(shared: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", "https://thue-bao.example")
    settings.cache_clear()

    async def plain(scope: Scope, receive: Receive, send: Send) -> None:
        answer = Response("a")
        answer.set_cookie("mot", "1")
        answer.set_cookie("hai", "2", secure=True)
        await answer(scope, receive, secured(send))

    headers = TestClient(plain).get("/").headers
    assert [line.count("Secure") for line in headers.get_list("set-cookie")] == [1, 1]
    assert "max-age" in headers["strict-transport-security"]
    assert session_cookie().startswith("__Host-")
