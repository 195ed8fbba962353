"""Báo cáo giao ban and Phân tích, as an officer uses them before a meeting."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Download, Page, expect
from pptx import Presentation

from bench.serving import Server
from tests.briefing.told import text_of_word
from tests.browser.conftest import OFFICE, app_on
from tests.web.prepared import copy_of_filled

PATIENCE_MS = 30_000
EDITED = "Câu mở đầu do cán bộ viết, tuần nào cũng dùng."


@pytest.fixture(scope="module")
def own_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app whose decisions are this module's."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("briefing") / "home")
    with app_on(home) as server:
        yield server


@pytest.fixture
def page(browser: Browser, own_app: Server) -> Iterator[Page]:
    """The page of the briefing, open."""
    context = browser.new_context(viewport=OFFICE, locale="vi-VN", accept_downloads=True)
    opened = context.new_page()
    opened.goto(f"{own_app.url}/giao-ban")
    expect(opened.get_by_role("heading", name="Báo cáo giao ban")).to_be_visible(timeout=PATIENCE_MS)
    yield opened
    context.close()


def made(page: Page, label: str) -> Download:
    """A file of a kind: made, then saved."""
    page.get_by_role("button", name=f"Tạo {label}").click()
    button = page.get_by_role("button", name=f"Tải {label}")
    expect(button).to_be_visible(timeout=PATIENCE_MS)
    with page.expect_download() as arriving:
        button.click()
    return arriving.value


def content_of(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_every_kind_of_file_is_made_saved_and_opens(page: Page):
    word = content_of(made(page, "Báo cáo (Word)"))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text_of_word(word)
    slides = Presentation(io.BytesIO(content_of(made(page, "Trình chiếu (PowerPoint)"))))
    assert 8 <= len(slides.slides) <= 12
    book = openpyxl.load_workbook(io.BytesIO(content_of(made(page, "Số liệu (Excel)"))))
    assert "Dữ liệu xã và nhà mạng" in book.sheetnames
    pdf = content_of(made(page, "Báo cáo (PDF)"))
    assert pdf.startswith(b"%PDF-")


def test_words_that_were_edited_are_found_again_in_another_session(page: Page, own_app: Server):
    page.get_by_role("tab", name="Câu chữ").click()
    page.get_by_role("textbox", name="Người sửa").fill("Nguyễn Văn Mẫu")
    page.keyboard.press("Tab")
    page.get_by_role("textbox", name="Toàn văn bản: câu mở đầu").fill(EDITED)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Lưu", exact=True).and_(page.locator(":enabled")).click()
    expect(page.get_by_text("Đã sửa: Nguyễn Văn Mẫu")).to_be_visible(timeout=PATIENCE_MS)
    assert EDITED in text_of_word(content_of(made(page, "Báo cáo (Word)")))
    page.goto(f"{own_app.url}/giao-ban?tuan=2026-11-04")
    expect(page.get_by_role("heading", name="Báo cáo giao ban")).to_be_visible(timeout=PATIENCE_MS)
    assert EDITED in text_of_word(content_of(made(page, "Báo cáo (Word)"))), "next week, and last"


def test_all_commune_sheets_come_in_one_file_with_progress(page: Page):
    page.get_by_role("button", name="Lập 166 phiếu (ZIP)").click()
    button = page.get_by_role("button", name=re.compile("Tải tệp ZIP"))
    expect(button).to_be_visible(timeout=2 * PATIENCE_MS)
    with page.expect_download() as arriving:
        button.click()
    assert arriving.value.suggested_filename.endswith(".zip")


def test_analysis_says_where_to_help_first_and_leads_to_the_commune(page: Page, own_app: Server):
    page.goto(f"{own_app.url}/phan-tich")
    first = page.locator("table.communes a, table a[href*='xa=']").first
    expect(first).to_be_visible(timeout=PATIENCE_MS)
    name = first.inner_text()
    for tab in ("Vì sao tỷ lệ thay đổi", "Dự báo", "Nơi cần hỗ trợ trước"):
        page.get_by_role("tab", name=tab).click()
    first.click()
    expect(page.get_by_role("heading", name=name)).to_be_visible(timeout=PATIENCE_MS)
