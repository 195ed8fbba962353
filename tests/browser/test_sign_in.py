"""Signing in through a real provider on the loopback: landing where one was going, what is not yours,
sessions that end from elsewhere, and signing out of every tab."""

import re
from collections.abc import Iterator

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from bench.serving import Server
from dashboard.access.accounts import Wanted, account_draft
from dashboard.store.database import open_store
from dashboard.store.decisions import decide_all
from tests.browser.conftest import OFFICE, app_on
from tests.web.prepared import copy_of_filled

SIGN_IN = "Đăng nhập · Xác thực thuê bao"
LAN, ADMINISTRATOR = "lan.nt", "quan-tri"
PATIENCE_MS = 15_000
AT_ONCE_MS = 3_000  # the server closes within half a second; then a page is loaded


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with a sign-in and two accounts; its address as browsers know it."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("shared") / "home")
    store = open_store(home)
    wanted = (Wanted(LAN, ("officer",), "Nguyễn Thị Lan"), Wanted(ADMINISTRATOR, ("administrator",)))
    decide_all(store, tuple(account_draft(it, "test") for it in wanted))
    store.close()
    people = [User(sub=f"so-{name}", claims={"preferred_username": name}) for name in (LAN, ADMINISTRATOR)]
    with (
        run_server_in_thread(user_claims=people) as provider,
        app_on(home, **_settings(provider.server_port)) as app,
    ):
        yield _by_name(app)


def _settings(port: int) -> dict[str, str]:
    return {
        "DASHBOARD_PUBLIC_URL": "http://localhost:{port}",  # Streamlit fills its own in
        "DASHBOARD_OIDC_METADATA_URL": f"http://localhost:{port}/.well-known/openid-configuration",
        "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
        "DASHBOARD_OIDC_CLIENT_SECRET": "bi-mat",
    }


def _by_name(app: Server) -> str:
    return app.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def elsewhere(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Two browsers that reach this machine only."""
    both = [browser.new_context(viewport=OFFICE, locale="vi-VN") for _ in range(2)]
    for context in both:
        context.route("**/*", _only_here)
    yield both
    for context in both:
        context.close()


def _only_here(route: Route) -> None:
    if route.request.url.startswith("http://localhost:"):
        route.continue_()
    else:
        route.abort()


def sign_in(page: Page, who: str) -> None:
    page.get_by_role("link", name="Đăng nhập", exact=True).click()
    page.get_by_role("button", name=f"so-{who}").first.click()


def test_a_day_with_sessions(shared_app: str, elsewhere: list[BrowserContext]):
    office, other = elsewhere
    page, tab = office.new_page(), office.new_page()
    violations: list[str] = []
    page.on("console", lambda said: violations.append(said.text) if "Content Security" in said.text else None)

    target = f"{shared_app}/phien-dang-nhap?a=1"
    page.goto(target)
    expect(page).to_have_title(SIGN_IN)
    sign_in(page, LAN)
    expect(page.get_by_text("phiên này")).to_be_visible(timeout=PATIENCE_MS)
    assert page.url == target
    (session,) = [it for it in office.cookies() if it["name"] == "phien"]
    assert (session["httpOnly"], session["sameSite"]) == (True, "Lax")

    tab.goto(f"{shared_app}/tai-khoan")
    expect(tab.get_by_text("Trang này không thuộc quyền của bạn")).to_be_visible()
    expect(tab.get_by_role("link", name="Về trang Tổng quan")).to_be_visible()
    tab.goto(target)
    expect(tab.get_by_text("phiên này")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("link", name="Đăng xuất").click()
    expect(page).to_have_url(re.compile("/oauth2/end_session"))  # signed out there too
    expect(tab).to_have_title(SIGN_IN, timeout=AT_ONCE_MS)
    expect(tab.get_by_text("Phiên đăng nhập đã kết thúc")).to_be_visible()

    sign_in(tab, LAN)
    expect(tab.get_by_text("phiên này")).to_be_visible(timeout=PATIENCE_MS)
    assert tab.url == target
    end_from_elsewhere(other.new_page(), shared_app)
    expect(tab).to_have_title(SIGN_IN, timeout=AT_ONCE_MS)
    assert not violations


def end_from_elsewhere(page: Page, shared_app: str) -> None:
    """An administrator ends Lan's session from another browser."""
    page.goto(f"{shared_app}/")
    sign_in(page, ADMINISTRATOR)
    hers = (
        page.locator("[data-testid=stVerticalBlock],[data-testid=stHorizontalBlock]")
        .filter(has_text=f"({LAN})")
        .last
    )
    hers.get_by_role("button", name="Kết thúc").click(timeout=PATIENCE_MS)
