"""A table and a name that nobody knows: asked about at the file, once, by an officer with a real browser."""

import re
import time
from datetime import date
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, TimeoutError

from dashboard.intake.journal import Act, read_entries
from dashboard.intake.matching.aliases import aliases_in_force
from dashboard.measures import Scope, figures_by_province
from dashboard.reference.communes import communes
from dashboard.store.database import open_store
from tests.browser.board_page import BoardPage
from tests.browser.conftest import app_on
from tests.browser.test_reports import READ_MS, choose
from tests.pages.test_questions import CHOICES, COUNTS, HEADER, STRANGE, workbook

FIRST, NEXT = date(2026, 11, 11), date(2026, 11, 18)
LETTERS = "ABCDEFG"
TRIES = 5
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def say_columns(page: Page) -> None:
    for label, index in CHOICES.items():
        pick(page, label, f"{LETTERS[index]} · {HEADER[index]}")


def pick(page: Page, label: str, option: str) -> None:
    """Open a list and choose from it; a page that runs closes an open list, then it is opened again."""
    for _ in range(TRIES):
        page.locator(IDLE).wait_for(timeout=READ_MS)
        page.get_by_role("combobox", name=label).click(timeout=READ_MS)
        try:
            page.get_by_role("option", name=option).click(timeout=READ_MS / TRIES)
        except TimeoutError:
            page.keyboard.press("Escape")
        else:
            return
    raise AssertionError(f"cannot choose {option} for {label}")


def take_in(page: Page) -> None:
    page.get_by_role("button", name="Nhận 1 tệp hợp lệ").click(timeout=READ_MS)
    page.get_by_text(re.compile("^Đã nhận .*: 166 xã, phường")).wait_for(timeout=READ_MS)
    page.locator(IDLE).wait_for(timeout=READ_MS)


def test_mapped_named_and_taken_in_and_next_week_without_a_question(
    home: Path, office: BrowserContext, tmp_path: Path
):
    with app_on(home) as server:
        tab = BoardPage(office.new_page(), server.url)
        answer_once(tab, tmp_path)
        wait_for_files(home, 2)
        tab.page.close()
    assert tab.trouble == []
    store = open_store(home)
    for day in (FIRST, NEXT):
        figures = figures_by_province(store.reader(), Scope(day)).to_pylist()[0]
        assert (figures["total_count"], figures["verified_count"]) == (166 * COUNTS[0], 166 * COUNTS[1])
    [alias] = aliases_in_force(store.reader()).values()
    assert (alias.written.name, alias.code) == (STRANGE, communes()[3].code)
    assert [entry.act for entry in read_entries(home)] == [Act.TAKEN_IN] * 2
    store.close()


def wait_for_files(home: Path, count: int) -> None:
    """Until so many files are in the journal: the page may still say what became of the one before."""
    ends_at = time.monotonic() + READ_MS / 1000
    while len(read_entries(home)) < count and time.monotonic() < ends_at:
        time.sleep(0.1)


def answer_once(tab: BoardPage, tmp_path: Path) -> None:
    """The first week with its questions, the second without."""
    page = tab.page
    page.goto(f"{tab.url}/bao-cao")
    choose(page, workbook(tmp_path, FIRST))
    page.get_by_text("Cần chỉ rõ các cột").wait_for(timeout=READ_MS)
    say_columns(page)
    page.get_by_text("166/166 dòng").wait_for(timeout=READ_MS)
    page.get_by_role("button", name="Xác nhận cách đọc này").click()

    page.get_by_text("Cần xác nhận 1 tên").wait_for(timeout=READ_MS)
    page.locator("label", has_text=communes()[3].name).first.click()
    page.get_by_role("button", name="Xác nhận 1 tên").click(timeout=READ_MS)
    page.get_by_text("1 dòng theo tên gọi đã xác nhận").wait_for(timeout=READ_MS)
    take_in(page)

    choose(page, workbook(tmp_path, NEXT))
    page.get_by_role("button", name="Nhận 1 tệp hợp lệ").wait_for(timeout=READ_MS)
    for question in ("Cần chỉ rõ", "Cần xác nhận", "Cần chọn"):
        assert page.get_by_text(question).count() == 0, "no question the second time"
    take_in(page)
    page.get_by_role("tab", name="Tên và mẫu đã xác nhận").click()
    page.get_by_role("heading", name="Tên gọi đã xác nhận").wait_for(timeout=READ_MS)
