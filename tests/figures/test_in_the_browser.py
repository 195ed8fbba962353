"""Charts as a real browser draws them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dashboard.figures.carriers import bars_by_carrier
from dashboard.figures.template import Caption, chart_config
from dashboard.measures import Scope, figures_by_carrier
from dashboard.store.database import Store
from tests.measures.reports import LAST, Report, counts, store_reports

CAPTION = Caption("Thuê bao <theo> nhà mạng", ("Kỳ 11/11/2026",), ("Nguồn: nhà mạng",), "SỐ LIỆU MÔ PHỎNG")


@pytest.mark.browser
def test_numbers_words_and_the_button_are_vietnamese(browser: Browser, store: Store, tmp_path: Path):
    with store.writer() as cursor:
        store_reports(cursor, [Report("viettel", LAST, {"14797": counts(2_400_000, 1_799_166)})])
    chart = bars_by_carrier(figures_by_carrier(store.reader(), Scope(LAST)), CAPTION)
    file = tmp_path / "chart.html"
    file.write_text(chart.figure.to_html(config=dict(chart_config("thue-bao"))), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector(".barlayer .bars")
    drawn = page.locator(".svg-container").inner_text().replace("\u00a0", " ")
    for text in ("1.799.166", "2.000.000", "75,0 %", "Chưa báo cáo", CAPTION.title, CAPTION.mark):
        assert text in drawn
    assert page.locator(".modebar-btn").get_attribute("data-title") == "Tải ảnh PNG"
    page.close()
