"""Support as an officer uses it: assign from the map, plan, pin, plan again, record a result, see it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.serving import Server
from dashboard.reference.round_decisions import By
from dashboard.store.database import open_store
from dashboard.support.register.keeping import Change, change_entries
from dashboard.support.register.kinds import GROUPS, HALLS
from dashboard.support.register.records import EVERY_DAY, Hall, VolunteerGroup
from tests.browser.conftest import OFFICE, app_on
from tests.web.prepared import copy_of_filled

PATIENCE_MS = 60_000
HERE, THERE, NAME = "14758", "14797", "Phường Hàm Rồng"


@pytest.fixture(scope="module")
def own_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app with two communes that can be supported."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("support") / "home")
    store = open_store(home)
    halls = [Hall(f"h{code}", code, f"Hội trường {code}", people_per_day_count=100) for code in (HERE, THERE)]
    group = VolunteerGroup("g", HERE, "Đoàn xã", "youth", 10, 60.0, EVERY_DAY)
    changes = [Change(HALLS, hall.entry_id, hall, None) for hall in halls]
    change_entries(store, (*changes, Change(GROUPS, "g", group, None)), By("Lê B", ""))
    store.close()
    with app_on(home) as server:
        yield server


@pytest.fixture
def page(browser: Browser, own_app: Server) -> Iterator[Page]:
    """A tab in an officer's window."""
    context = browser.new_context(viewport=OFFICE, locale="vi-VN")
    yield context.new_page()
    context.close()


def planned(page: Page) -> None:
    """A plan for one week: of two communes it is soon proved the best."""
    page.get_by_role("button", name="Lập kế hoạch").click()
    expect(page.get_by_text("phương án tốt nhất theo mô hình")).to_be_visible(timeout=PATIENCE_MS)


def test_assigned_from_the_map_then_its_result_is_seen_in_the_effect(page: Page, own_app: Server):
    page.goto(f"{own_app.url}/ban-do?xa={HERE}")
    page.get_by_role("link", name="Bố trí buổi hỗ trợ").click(timeout=PATIENCE_MS)
    expect(page.get_by_text("Không vướng gì")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("button", name="Lưu buổi hỗ trợ").click()
    expect(page.get_by_text("Đã lưu buổi hỗ trợ")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_text("Theo trạng thái").click()
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("tab", name="Kết quả").nth(1).click()
    page.get_by_label("Số người đến").fill("70")
    page.get_by_label("Viettel").fill("55")
    page.get_by_role("button", name="Lưu kết quả").click()
    expect(page.get_by_text("Đã thực hiện").first).to_be_visible(timeout=PATIENCE_MS)
    page.goto(f"{own_app.url}/ho-tro?tab=ket-qua")
    expect(page.get_by_text("1 buổi đã thực hiện")).to_contain_text("đến 70", timeout=PATIENCE_MS)
    page.goto(f"{own_app.url}/ban-do")
    page.locator("[data-alive=true]").wait_for(timeout=PATIENCE_MS)
    page.get_by_role("button", name="Hỗ trợ").click()
    expect(page.get_by_text("Buổi đã thực hiện: 1")).to_be_visible(timeout=PATIENCE_MS)


def test_planned_pinned_and_planned_again(page: Page, own_app: Server):
    page.goto(f"{own_app.url}/ho-tro?tab=ke-hoach")
    weeks = page.get_by_label("Số tuần", exact=True).first
    weeks.fill("1", timeout=PATIENCE_MS)
    weeks.press("Enter")
    planned(page)
    page.get_by_role("button", name="vào lịch dự kiến").click()
    expect(page.get_by_text("xã, phường vào lịch dự kiến")).to_be_visible(timeout=PATIENCE_MS)
    rules = page.get_by_text("Yêu cầu đối với kế hoạch: 0")
    expect(rules).to_have_count(1, timeout=PATIENCE_MS)  # what stood before the run is taken away at its end
    rules.click()
    chosen = page.locator(".st-key-rule-commune")
    chosen.get_by_role("combobox").click()
    page.keyboard.type("Hạc Thành", delay=40)
    option = page.get_by_role("option", name="Phường Hạc Thành")
    expect(option).to_be_visible(timeout=PATIENCE_MS)
    option.click()
    expect(chosen.get_by_role("combobox")).to_have_value("Phường Hạc Thành", timeout=PATIENCE_MS)
    reason = page.locator(".st-key-rule-reason input")
    reason.fill("họp tiếp xúc cử tri", timeout=PATIENCE_MS)
    reason.press("Enter")
    expect(page.get_by_role("button", name="Thêm yêu cầu")).to_be_enabled(timeout=PATIENCE_MS)
    page.get_by_role("button", name="Thêm yêu cầu").click()
    expect(page.get_by_text("Yêu cầu đối với kế hoạch: 1")).to_be_visible(timeout=PATIENCE_MS)
    planned(page)
    expect(
        page.get_by_text("xã, phường, dự kiến").or_(page.get_by_text("không đổi gì")).first
    ).to_be_visible()
