"""Scripts in what people and carriers write, and crowds of connections: one app, one browser.

Every place that makes markup of its own is listed here, held against the code; what people can write is put
into a home and looked at in a real browser, on every page that shows it.
"""

import ast
import re
import socket
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from bench.serving import Server
from bench.waiting import until
from dashboard.paths import PROJECT_DIR
from dashboard.store.database import open_store
from tests.attacks.written import write_everywhere
from tests.browser.conftest import OFFICE, app_on
from tests.web.prepared import LAST, copy_of_filled

SOURCE = PROJECT_DIR / "src" / "dashboard"
# Modules that give Streamlit markup, and what of others' words is in it.
MARKUP = {
    "views/account_line.py": "a name and roles, escaped",
    "views/look.py": "our own style sheet and script",
    "views/lowest_communes.py": "names of our own list; rates",
    "views/meeting_door.py": "our own link and script",
    "views/navigation.py": "titles of our own pages",
    "views/priority.py": "names of our own list; numbers",
    "views/effect.py": "names of our own lists; figures",
    "views/compare.py": "names of our own lists; figures",
    "views/carrier_heat.py": "names of our own lists, escaped; rates; colours of the policy",
    "views/carriers_side_by_side.py": "names of our own list, escaped; counts",
    "views/neighbourhoods.py": "names of our own list, escaped; rates",
    "views/support_sessions.py": "names of communes of our own list, escaped",
    "views/round_turns.py": "names of carriers of our own list; times",
}
# Scripts that write markup rather than text: paths and colours that were numbers a moment before.
WRITING = {"web/board/opened.js": 1, "web/board/living_map.js": 1, "web/meeting/text.js": 1}
MAKES_MARKUP = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc)\b|\beval\(|new Function"
)
PATIENCE_MS = 15_000
# Where what people write stands as text; in tables it is a picture (canvas), which holds no markup.
PAGES = ("/bao-cao?tab=da-nhan&bien-nhan=%s", "/giao-ban", "/quan-tri", f"/xa-phuong?xa=14758&tuan={LAST}")


def test_every_place_that_makes_markup_is_known():
    texts = {path: path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    found = {path.relative_to(SOURCE).as_posix() for path, text in texts.items() if makes_markup(text)}
    assert found == MARKUP.keys()
    counts = {
        path.relative_to(SOURCE).as_posix(): len(MAKES_MARKUP.findall(path.read_text("utf-8")))
        for path in SOURCE.rglob("*.js")
    }
    assert {name: count for name, count in counts.items() if count} == WRITING


def makes_markup(text: str) -> bool:
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = {ast.unparse(call.func) for call in calls} & {"st.html", "st.iframe", "components.html"}
    return bool(named) or any(word.arg == "unsafe_allow_html" for call in calls for word in call.keywords)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """The app over a home in which whatever people can write is POISON."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("poisoned") / "home")
    store = open_store(home)
    number = write_everywhere(store)
    store.close()
    with app_on(home) as server:
        yield server, number


def test_nothing_that_people_write_runs_or_becomes_markup(poisoned: tuple[Server, str], browser: Browser):
    app, number = poisoned
    context = browser.new_context(viewport=OFFICE, locale="vi-VN")
    asked: list[str] = []

    def only_here(route: Route) -> None:
        if route.request.url.startswith((app.url, "data:", "blob:")):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route("**/*", only_here)
    page = context.new_page()
    shown = [address for address in PAGES if shows_it(page, app.url + address.replace("%s", number))]
    context.close()
    assert asked == []
    assert len(shown) >= 3, shown  # tables are pictures; what stands as text must have been seen somewhere


def shows_it(page: Page, address: str) -> bool:
    """Open a page, hold that nothing of it ran; whether the words stood on it, as words."""
    page.goto(address)
    main = page.locator("[data-testid=stMain]")
    expect(main).to_contain_text(re.compile(".{40,}"), timeout=PATIENCE_MS)
    expect(page.locator("[data-testid=stStatusWidget], [data-stale=true]")).to_have_count(
        0, timeout=PATIENCE_MS
    )
    shown = comes_to_hold(page, "x.example")
    page.wait_for_timeout(400)  # an image that fails tells so a moment later
    assert page.evaluate("window.pwned") is None, address
    assert page.locator("[data-pwned], a[href*='x.example'], a[href^='javascript:']").count() == 0, address
    return shown


def comes_to_hold(page: Page, words: str) -> bool:
    """Whether the page has the words, at once or in the seconds that a busy machine takes to show them."""
    try:
        until(
            page, "words => document.documentElement.innerHTML.includes(words)", arg=words, patience_ms=6_000
        )
    except PlaywrightTimeoutError:
        return False
    return True


def test_slow_and_many_connections_leave_the_others_served(poisoned: tuple[Server, str]):
    """Two hundred that dribble their headers, and a hundred that hold a WebSocket: others wait no longer."""
    app, _ = poisoned
    host, port = "127.0.0.1", int(app.url.rsplit(":", 1)[1])
    stream = f"ws://{host}:{port}/_stcore/stream"
    with ExitStack() as held:
        for _ in range(200):
            slow = held.enter_context(socket.create_connection((host, port)))
            slow.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        for _ in range(50):
            slow = held.enter_context(socket.create_connection((host, port)))
            slow.sendall(b"POST /api/v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999\r\n\r\nx")
        for _ in range(100):
            held.enter_context(connect(stream, subprotocols=[Subprotocol("streamlit")]))
        began = time.monotonic()
        for _ in range(5):
            with urllib.request.urlopen(f"{app.url}/healthz", timeout=10) as answer:
                assert answer.status == 200
        assert time.monotonic() - began < 5
