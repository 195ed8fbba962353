"""The frame around every page: navigation, title, and nothing but progress while a first start runs."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard.views
from dashboard.store.database import Store
from dashboard.web.live import Progress, live
from tests.pages.board_of import has_board, words_on
from tests.pages.conftest import RUN_PATIENCE_SECONDS

SHELL = Path(dashboard.views.__file__).parent / "shell.py"


def run_shell() -> AppTest:
    page = AppTest.from_file(str(SHELL), default_timeout=RUN_PATIENCE_SECONDS).run()
    assert not page.exception
    return page


def test_the_shell_opens_the_overview(filled: Store):
    assert has_board(run_shell())


def test_the_shell_stands_without_figures(empty: Store):
    assert "Chưa có báo cáo nào được nhận" in words_on(run_shell())


def test_a_first_start_shows_how_far_it_is(empty: Store, monkeypatch: pytest.MonkeyPatch):
    start = live().first_start
    monkeypatch.setattr(type(start), "is_running", property(lambda _: True))
    start.progress = Progress(3, 12, "Đang nhận viettel.xlsx")
    page = run_shell()
    assert "lần chạy đầu tiên" in page.title[0].value
    bar = page.get("progress")[0]
    assert "Đang nhận viettel.xlsx" in str(bar.proto)
    assert not has_board(page)


def test_a_first_start_that_failed_is_told_above_the_page(empty: Store):
    live().first_start.error = "OSError: đĩa đầy"
    page = run_shell()
    assert "đĩa đầy" in page.error[0].value
    assert "Chưa có báo cáo nào được nhận" in words_on(page)
