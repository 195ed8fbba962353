"""The address holds the filters: a link shows what its sender saw, and other pages know it too."""

from playwright.sync_api import Browser, expect

from bench.waiting import until
from dashboard.measures.selection import Selection
from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store
from dashboard.web.state import selection_in
from tests.browser.board_page import PATIENCE_MS, BoardPage
from tests.browser.conftest import OpenTab
from tests.browser.expected import Expectation
from tests.web.prepared import LAST, WHOLE

SENT = Selection(WHOLE, ("viettel", "mobifone"), "xã", "locked_one_way_count", "last-known")


def test_a_link_shows_what_its_sender_saw(tab: BoardPage, browser: Browser, expected: Expectation):
    sent = SENT.opened(expected.codes[7])
    tab.open(sent)
    elsewhere = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    try:
        receiver = BoardPage(elsewhere.new_page(), tab.url)
        receiver.page.goto(tab.page.evaluate("location.href"))
        receiver.shows(sent)
        receiver.page.wait_for_selector("#commune-map[data-alive]")
        assert receiver.fills() == tab.fills() == expected.fills(sent)
        assert receiver.cards() == tab.cards()
        assert receiver.ranking() == tab.ranking()
        assert receiver.outlined() == [sent.commune_code]
        assert receiver.trouble == []
    finally:
        elsewhere.close()


def test_going_to_another_page_and_back_keeps_the_filters(tab: BoardPage, expected: Expectation):
    sent = SENT.opened(expected.codes[7])
    tab.open(sent)
    tab.page.get_by_role("link", name="Bản đồ").first.click()
    tab.page.wait_for_url("**/ban-do**")
    tab.shows(sent)
    tab.page.get_by_role("link", name="Xã, phường").first.click()
    tab.page.wait_for_url("**/xa-phuong**")
    tab.page.get_by_role("heading", name=commune_by_code()[expected.codes[7]].name).wait_for()
    until(tab.page, "query => location.search === `?${query}`", arg=sent.as_query())
    tab.page.get_by_role("link", name="Tổng quan").first.click()
    tab.shows(sent)
    tab.page.wait_for_selector("#commune-map[data-alive]")
    assert tab.fills() == expected.fills(sent)


def test_a_filter_on_the_page_of_a_commune_is_followed_by_its_figures(tab: BoardPage, expected: Expectation):
    code = expected.codes[7]
    tab.page.goto(f"{tab.url}/xa-phuong?tuan={LAST}&xa={code}")
    tab.page.get_by_role("heading", name="Theo nhà mạng, kỳ 11/11/2026").wait_for()
    tab.press("Kỳ trước")
    tab.page.get_by_role("heading", name="Theo nhà mạng, kỳ 04/11/2026").wait_for()
    assert tab.page.evaluate("location.search") == f"?tuan={WHOLE}&xa={code}"


def test_an_address_that_makes_no_sense_opens_as_one_that_asks_nothing(tab: BoardPage, store_of_app: Store):
    tab.page.goto(f"{tab.url}/?tuan=gestern&nha-mang=x&xa=1&chi-so='--")
    opened = selection_in({}, store_of_app)
    assert opened is not None
    tab.shows(opened)


def test_a_view_is_saved_opened_in_another_tab_and_taken_back(open_tab: OpenTab):
    """A decision moves no figure, so the app that others read may keep this one."""
    chosen = Selection(LAST, carriers=("viettel",), kind="phường")
    first, other = open_tab().open(chosen, page="ban-do"), open_tab()
    saved = first.page.locator(".board .saved")
    first.press("★ Khung nhìn")
    saved.get_by_label("Tên khung nhìn").fill("Viettel ở phường")
    saved.get_by_label("luôn mở kỳ mới nhất").uncheck()
    saved.get_by_role("button", name="Lưu").click()
    expect(saved.get_by_role("link")).to_have_text("Viettel ở phường", timeout=PATIENCE_MS)
    first.shows(chosen)

    other.page.goto(f"{other.url}/phan-tich?tuan={LAST}")
    other.page.get_by_role("button", name="★ Khung nhìn").click(timeout=PATIENCE_MS)
    other.page.get_by_role("link", name="Viettel ở phường").click()
    other.shows(chosen)
    assert "/ban-do?" in other.page.url

    saved.get_by_role("button", name="Xóa khung nhìn Viettel ở phường").click()
    expect(saved.get_by_role("link")).to_have_count(0, timeout=PATIENCE_MS)
