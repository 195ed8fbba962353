"""The frame around every page: navigation, title, and nothing but progress while a first start runs."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard.views
from dashboard.access.roles import Role
from dashboard.store.database import Store
from dashboard.views import who
from dashboard.web.live import Progress, live
from dashboard.web.signed_in import all_signed_in
from tests.pages.board_of import has_board, words_on
from tests.pages.conftest import RUN_PATIENCE_SECONDS
from tests.web.shared import make_accounts, shared_settings, signed_in_as  # noqa: F401

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


def test_the_frame_says_that_nobody_signs_in_at_one_machine(empty: Store):
    assert any("Chạy tại máy này" in str(part.proto) for part in run_shell().get("html"))


def test_the_first_page_and_the_frame_are_those_of_who_has_signed_in(
    empty: Store,
    shared: None,
    monkeypatch: pytest.MonkeyPatch,
):
    make_accounts(empty)
    signed_in_as(empty, Role.ADMINISTRATOR)
    (found,) = all_signed_in()
    monkeypatch.setattr(who, "signed_in", lambda _cookies, is_doing: found)
    page = run_shell()
    assert page.title[0].value == "Tài khoản"
    assert not has_board(page)
    frame = " ".join(str(part.proto) for part in page.get("html"))
    assert "/dang-xuat" in frame
    assert 'href="/hop"' not in frame.replace(chr(92), "")


def test_without_a_session_nothing_of_a_page_runs(
    empty: Store, shared: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(who, "signed_in", lambda _cookies, is_doing: None)
    page = run_shell()
    assert "Phiên đăng nhập đã kết thúc" in words_on(page)
    assert not page.title
