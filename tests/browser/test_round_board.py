"""A round's board left open: the countdown moves, the hour passes, a file arrives, and nobody reloads."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bench.serving import Server
from dashboard.reference.round_decisions import By, move_due
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import open_store
from tests.browser.conftest import app_on
from tests.browser.test_reports import GOOD, READ_MS, choose
from tests.web.prepared import LAST, copy_of_filled

DUE_IN = timedelta(seconds=60)  # long enough for the app to start on a busy machine
PAST_DUE_MS = 100_000
STEP_MS = 15_000  # for the next second, or the next look at the data


@pytest.fixture
def app_before_the_hour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app in whose last round a carrier is missing, and which is due in about a minute."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("hour") / "home")
    store = open_store(home)
    move_due(store, LAST, datetime.now(LOCAL_ZONE) + DUE_IN, By("test", "đổi hạn để thử"))
    store.close()
    with app_on(home) as server:
        yield server


def board_on(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}/bao-cao?tab=tinh-hinh&tuan={LAST.isoformat()}")
    expect(page.locator(".st-key-round-headline")).to_contain_text("4/5 đã báo cáo", timeout=READ_MS)
    return page


def test_the_board_runs_by_itself(app_before_the_hour: Server, office: BrowserContext, examples: Path):
    board = board_on(office.new_page(), app_before_the_hour)
    loads: list[str] = []
    board.on("load", lambda page: loads.append(page.url))
    headline = board.locator(".st-key-round-headline")
    expect(headline).to_contain_text("còn", timeout=STEP_MS)
    shown = headline.inner_text()
    expect(headline).not_to_have_text(shown, timeout=STEP_MS)
    expect(headline).to_contain_text("đã quá hạn", timeout=PAST_DUE_MS)
    reminder = board.locator(".st-key-remind-wintel")
    expect(reminder).to_contain_text("quá hạn", timeout=STEP_MS)
    reminder.get_by_role("button", name="Lời nhắc").click()
    expect(board.get_by_text("Kính gửi: Wintel")).to_be_visible(timeout=STEP_MS)

    sender = office.new_page()
    sender.goto(f"{app_before_the_hour.url}/bao-cao")
    choose(sender, examples / GOOD)
    sender.get_by_role("button", name="Nhận 1 tệp hợp lệ").click(timeout=READ_MS)
    sender.get_by_text("Đã nhận").first.wait_for(timeout=READ_MS)

    expect(headline).to_contain_text("5/5 đã báo cáo", timeout=STEP_MS)
    expect(headline).to_contain_text("đã đủ báo cáo")
    expect(reminder).to_have_count(0, timeout=STEP_MS)
    assert loads == []
    for page in (board, sender):
        page.close()
