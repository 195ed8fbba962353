"""A meeting as it is held: entered with the filters, stepped through, decided in, left, opened again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from playwright.sync_api import BrowserContext, expect

from bench.serving import Server
from dashboard.measures.selection import Selection
from dashboard.meeting.records import Opening, open_meeting
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import open_store
from tests.browser.board_page import PATIENCE_MS, BoardPage
from tests.browser.conftest import app_on
from tests.web.prepared import LAST, copy_of_filled, report

FILTERED = Selection(LAST, kind="xã")
SMALLEST_PIXELS, HEADLINE_PIXELS = 18, 64
TURN_MS = 500  # five times the aim: what a machine that runs other tests too may take
SIZES_JS = """() => [...document.querySelectorAll('.meeting *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => one.getClientRects().length)
  .map(one => parseFloat(getComputedStyle(one).fontSize))"""


@dataclass(frozen=True)
class Held:
    """An app, and the key of a meeting after which Wintel's report came in."""

    server: Server
    key: str


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    """An app of this module's own."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("meeting") / "home")
    store = open_store(home)
    meeting = open_meeting(
        store, Opening(Selection(LAST), "Lan", datetime(2026, 11, 11, 14, tzinfo=LOCAL_ZONE))
    )
    report(store, "wintel_2026-11-11.csv", LAST, hour=15)
    store.close()
    with app_on(home) as server:
        yield Held(server, meeting.key)


def sizes(tab: BoardPage) -> list[float]:
    return list(tab.page.evaluate(SIZES_JS))


def on_step(tab: BoardPage, number: int) -> None:
    page = tab.page.locator(".meeting .pages button").nth(number - 1)
    expect(page).to_have_attribute("aria-current", "step", timeout=PATIENCE_MS)


def test_a_meeting_is_held_left_and_opened_again(held: Held, office: BrowserContext):
    tab = BoardPage(office.new_page(), held.server.url).open(FILTERED, "ban-do")
    page = tab.page
    page.locator("a.meeting-door").click()
    on_step(tab, 1)
    assert "loai=xa" in page.url
    steps_count = page.locator(".meeting .pages button").count()
    for number in range(2, steps_count + 1):
        page.keyboard.press("PageDown" if number % 2 else "ArrowRight")
        on_step(tab, number)
        assert min(sizes(tab)) >= SMALLEST_PIXELS
    page.wait_for_selector(".meeting[data-turned-ms]")
    assert float(page.locator(".meeting").get_attribute("data-turned-ms") or "inf") < TURN_MS
    page.keyboard.press("Home")
    assert max(sizes(tab)) >= HEADLINE_PIXELS
    page.locator(".meeting .pages button").nth(3).click()
    place = page.locator(".meeting .place").inner_text()
    printed = page.locator(".meeting .atlas-words .focus .value").text_content()
    assert printed
    assert printed in page.locator(".meeting .figure").first.inner_text()

    page.get_by_role("button", name="Ghi quyết định").click()
    page.get_by_label("Việc cần làm").fill("Mở điểm lưu động")
    page.get_by_label("Ai làm").fill("Viettel")
    page.get_by_label("Xong trước ngày").fill("18/12/2126")
    page.get_by_role("button", name="Ghi lại").click()
    expect(page.locator(".meeting .told")).to_have_text("Đã ghi quyết định.", timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    assert "Mở điểm lưu động" in page.locator(".meeting .decided").inner_text()
    page.keyboard.press("End")
    assert place in page.locator(".meeting .decisions").last.inner_text()
    page.keyboard.press("Escape")
    tab.shows(FILTERED)
    assert page.url.split("?")[0].endswith("/ban-do")

    page.goto(f"{held.server.url}/hop?cuoc-hop={held.key}&buoc=quyet-dinh")
    on_step(tab, steps_count)
    page.keyboard.press("Home")
    on_step(tab, 1)
    assert "4/5 nhà mạng" in page.locator(".meeting .message").inner_text()
    assert "thay đổi số liệu sau khi chốt" in page.locator(".meeting header").inner_text()
    assert page.locator(".meeting .now").count() > 0
    page.close()
    assert tab.trouble == []


def test_rounds_are_played_and_compared_without_asking_again(tab: BoardPage):
    page = tab.open(Selection(LAST), "ban-do").page
    before = tab.fills()
    page.get_by_role("button", name="Các kỳ").click()
    expect(page.locator("figure.map")).to_have_attribute("data-frame", LAST.isoformat(), timeout=PATIENCE_MS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Lùi một kỳ").click()
    page.get_by_role("button", name="Lùi một kỳ").click()
    expect(page.locator("figure.map")).to_have_attribute("data-frame", "2026-10-28")
    assert tab.fills() != before
    page.get_by_role("button", name="Trước – sau").click()
    page.get_by_role("slider", name="Thanh chia giữa hai kỳ").fill("80")
    expect(page.locator(".divider")).to_have_attribute("style", "left: 80%;")
    page.get_by_role("button", name="Nhiều bản đồ").click()
    expect(page.locator(".atlas-small figure")).to_have_count(3)
    page.locator(".plot.series").get_by_role("button", name="Phóng to").click()
    views = page.locator(".atlas-small .atlas-panel").evaluate_all(
        "all => all.map(one => one.getAttribute('viewBox'))"
    )
    assert len(set(views)) == 1
    page.get_by_role("button", name="Nhiều bản đồ").click()
    assert tab.fills() == before
    assert [url for url in asked if "/series/" in url or "/board/" in url] == []
