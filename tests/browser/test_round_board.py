"""A round's board left open: the hour is moved, nears and passes, a file arrives, and nobody reloads."""

import os
import subprocess
import sys
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

FAR_OFF = timedelta(hours=2)
SOON = timedelta(seconds=15)  # for the command, and for the board to show the hour it was moved to
PAST_DUE_MS = 60_000
STEP_MS = 15_000  # for the next second, or the next look at the data


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In its last round a carrier is missing, and it is due in two hours."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("hour") / "home")
    store = open_store(home)
    move_due(store, LAST, datetime.now(LOCAL_ZONE) + FAR_OFF, By("test", "đổi hạn để thử"))
    store.close()
    return home


@pytest.fixture
def app_before_the_hour(home: Path) -> Iterator[Server]:
    with app_on(home) as server:
        yield server


def move_due_by_command(home: Path, due_at: datetime) -> None:
    """An officer elsewhere moves the hour; the command hands it to the app."""
    command = [sys.executable, "-m", "dashboard", "rounds", "due", LAST.isoformat(), due_at.isoformat()]
    environment = os.environ | {"DASHBOARD_HOME": str(home)}
    subprocess.run([*command, "--reason", "đổi hạn để thử"], env=environment, check=True)


def board_on(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}/bao-cao?tab=tinh-hinh&tuan={LAST.isoformat()}")
    expect(page.locator(".st-key-round-headline")).to_contain_text("4/5 đã báo cáo", timeout=READ_MS)
    return page


def test_the_board_runs_by_itself(
    app_before_the_hour: Server, home: Path, office: BrowserContext, examples: Path
):
    board = board_on(office.new_page(), app_before_the_hour)
    loads: list[str] = []
    board.on("load", lambda page: loads.append(page.url))
    headline = board.locator(".st-key-round-headline")
    expect(headline).to_contain_text("còn 1 giờ", timeout=STEP_MS)
    move_due_by_command(home, datetime.now(LOCAL_ZONE) + SOON)
    expect(headline).not_to_contain_text("giờ", timeout=STEP_MS)
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
