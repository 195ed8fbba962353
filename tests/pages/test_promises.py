"""Báo cáo, thẻ Đã hứa – đã làm: each carrier's plan beside what happened."""

from dashboard.store.database import Store
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, WHOLE


def test_a_plan_stands_beside_the_change_since_its_round(filled: Store, open_page: OpenPage):
    page = open_page("reports", tab="da-hua")
    words = words_on(page)
    assert "**Viettel**" in words
    assert f"**Đã hứa** (kỳ {WHOLE:%d/%m/%Y})" in words
    assert f"**Đã làm** (từ kỳ {WHOLE:%d/%m/%Y} đến kỳ {LAST:%d/%m/%Y})" in words
    assert "điểm hỗ trợ lưu động" in words
    assert "SỐ LIỆU MÔ PHỎNG" in words
    tables = [table.value for table in page.dataframe if "± Đã xác thực" in table.value]
    assert [list(table["Nơi"]) for table in tables] == [["Toàn tỉnh"]]


def test_who_gave_no_plan_is_named(filled: Store, open_page: OpenPage):
    assert "Chưa nêu phương án nào đến kỳ này: VinaPhone, MobiFone" in words_on(
        open_page("reports", tab="da-hua")
    )


def test_an_earlier_round_can_be_looked_at(filled: Store, open_page: OpenPage):
    page = open_page("reports", tab="da-hua")
    box = next(box for box in page.selectbox if box.label == "Xem đến kỳ")
    page = box.select_index(2).run()
    assert not page.exception
    assert "Trước kỳ này chưa có phương án để so." in words_on(page)


def test_before_the_first_report_the_page_says_so(empty: Store, open_page: OpenPage):
    assert "Chưa có báo cáo nào được nhận" in words_on(open_page("reports", tab="da-hua"))
