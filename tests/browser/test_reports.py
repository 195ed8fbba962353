"""From an empty folder, and from a carrier's file to the map that somebody else has open: the real way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from bench.serving import Server
from dashboard.boundaries import layer_in_force
from dashboard.measures import rounds
from dashboard.measures.selection import Selection
from dashboard.store.database import open_store
from dashboard.web.state import selection_in
from tests.browser.board_page import BoardPage
from tests.browser.conftest import app_on
from tests.browser.expected import Expectation
from tests.web.prepared import LAST, WHOLE, copy_of_filled

FIRST_START_MS = 60_000  # the most that a first start may take
READ_MS = 20_000  # for reading a file in a child process on a busy machine
GOOD, BAD = "wintel_2026-11-11.csv", "bad/sum_mismatch.xlsx"


@pytest.fixture
def app_to_change(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app of this test's own."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("own") / "home")
    with app_on(home) as server:
        yield server


def choose(page: Page, path: Path) -> None:
    """Give a file to the uploader of the page."""
    page.locator("input[type=file]").first.set_input_files(path)


def test_a_refused_file_changes_nothing_and_a_good_one_reaches_a_page_left_open(
    app_to_change: Server, office: BrowserContext, examples: Path
):
    left_open = BoardPage(office.new_page(), app_to_change.url).open()
    before = left_open.cards()
    reports = BoardPage(office.new_page(), app_to_change.url)
    reports.page.goto(f"{app_to_change.url}/bao-cao")

    choose(reports.page, examples / BAD)
    reports.page.get_by_text("Không nhận").first.wait_for(timeout=READ_MS)
    assert reports.page.get_by_role("button", name="hợp lệ").count() == 0
    reports.page.reload()
    left_open.press("Kỳ trước")
    left_open.shows(Selection(WHOLE))
    left_open.press("Kỳ sau")
    left_open.shows(Selection(LAST))
    assert left_open.cards() == before

    choose(reports.page, examples / GOOD)
    reports.page.get_by_role("button", name="Nhận 1 tệp hợp lệ").click(timeout=READ_MS)
    reports.page.get_by_text("Đã nhận").first.wait_for(timeout=READ_MS)
    left_open.press("Phường")
    left_open.shows(Selection(LAST, kind="phường"))
    left_open.press("Tất cả", "Loại")
    left_open.shows(Selection(LAST))
    assert before[-1] == ("4/5", "Thiếu: Wintel")
    carriers_count, note = left_open.cards()[-1]
    assert carriers_count == "5/5"
    assert note.startswith("Đủ các nhà mạng")
    assert left_open.trouble + reports.trouble == []
    for tab in (left_open, reports):
        tab.page.close()


def test_a_first_start_shows_progress_and_ends_in_a_usable_page(
    tmp_path_factory: pytest.TempPathFactory, office: BrowserContext
):
    home = tmp_path_factory.mktemp("first") / "home"
    with app_on(home, DASHBOARD_FIRST_START_DEMO="true") as server:
        tab = BoardPage(office.new_page(), server.url)
        tab.page.goto(server.url)
        tab.page.get_by_text("Đang chuẩn bị lần chạy đầu tiên").wait_for()
        tab.page.get_by_role("progressbar").wait_for()
        tab.page.wait_for_selector("#commune-map[data-alive]", timeout=FIRST_START_MS)
        cards, fills, marks = tab.cards(), tab.fills(), tab.page.locator(".board .notice").inner_text()
        tab.page.close()
    store = open_store(home)
    known, opened = rounds(store.reader()), selection_in({}, store)
    expected = Expectation(store, layer_in_force(store).codes)
    assert len(known) == 12
    assert opened is not None
    assert cards == expected.cards(opened)
    assert fills == expected.fills(opened)
    assert "SỐ LIỆU MÔ PHỎNG" in marks
    assert "sơ đồ" in marks
    assert tab.trouble == []
    store.close()
