"""Báo cáo giao ban: choose, look, edit, keep, take away."""

from io import BytesIO

import docx
from streamlit.testing.v1 import AppTest

from dashboard.briefing.office import office_in_force
from dashboard.briefing.wordings import edits_in_force, templates
from dashboard.measures import Scope, headline
from dashboard.measures.wording import count_text
from dashboard.store.database import Store
from dashboard.views.who import NAME
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, WHOLE


def button(page: AppTest, label: str, place: int = 0) -> AppTest:
    return [each for each in page.button if each.label == label][place].click().run()


def test_the_preview_says_what_the_figures_say(filled: Store, open_page: OpenPage):
    page = open_page("briefing", tuan=LAST.isoformat())
    head = headline(filled.reader(), Scope(LAST))
    words = words_on(page).replace("\\", "")
    assert count_text(head.unverified_count) in words
    assert "Chưa gửi báo cáo: Wintel" in words
    assert "SỐ LIỆU MÔ PHỎNG" in words


def test_another_round_and_fewer_parts_can_be_chosen(filled: Store, open_page: OpenPage):
    page = open_page("briefing", tuan=LAST.isoformat())
    page = page.selectbox[0].set_value(WHOLE).run()
    assert "có 5/5 nhà mạng gửi báo cáo" in words_on(page).replace("\\", "")
    page.button_group(key="briefing-parts").set_value(["locks"]).run()
    assert not page.exception
    assert "có 5/5 nhà mạng" not in words_on(page).replace("\\", "")


def test_an_edit_is_kept_with_its_name_and_can_be_taken_back(filled: Store, open_page: OpenPage):
    page = open_page("briefing", tuan=LAST.isoformat())
    page.text_input(key=NAME).set_value("Cán bộ A").run()
    page.text_area(key="wording-support.closing-0").set_value("Đã có 3 buổi hỗ trợ.").run()
    page = page.button(key="save-wording-support.closing-0").click().run()
    assert edits_in_force(filled.reader()) == (("support.closing", "Đã có 3 buổi hỗ trợ."),)
    later = open_page("briefing", tuan=WHOLE.isoformat())
    assert "Đã có 3 buổi hỗ trợ" in words_on(later)
    later.text_input(key=NAME).set_value("Cán bộ B").run()
    button(later, "Dùng lại câu tính được")
    assert edits_in_force(filled.reader()) == ()


def test_an_edit_needs_a_name(filled: Store, open_page: OpenPage):
    page = open_page("briefing", tuan=LAST.isoformat())
    page.text_area(key="wording-support.closing-0").set_value("Đã có 3 buổi hỗ trợ.").run()
    page = page.button(key="save-wording-support.closing-0").click().run()
    assert "Cần ghi tên người sửa" in page.error[-1].value
    assert edits_in_force(filled.reader()) == ()


def test_choices_are_kept_and_used_again(filled: Store, open_page: OpenPage):
    page = open_page("briefing", tuan=LAST.isoformat())
    page.button_group(key="briefing-parts").set_value(["result", "locks"]).run()
    next(each for each in page.text_input if each.label == "Tên mẫu").set_value("Gọn")
    page = button(page, "Lưu lựa chọn đang có thành mẫu")
    assert [template.name for template in templates(filled.reader())] == ["Gọn"]
    again = open_page("briefing", tuan=LAST.isoformat())
    assert "KẾT QUẢ XÁC THỰC" in words_on(again)
    again = button(again, "Dùng mẫu này")
    assert not again.exception
    assert "TÌNH HÌNH TRIỂN KHAI" not in words_on(again)


def test_settings_of_the_department_are_kept(filled: Store, open_page: OpenPage):
    page = open_page("briefing", tuan=LAST.isoformat())
    place = "Địa danh ghi trước ngày tháng"
    next(each for each in page.text_input if each.label == place).set_value("Hạc Thành")
    page = button(page, "Lưu thiết lập")
    assert not page.exception
    assert office_in_force(filled.reader()).place == "Hạc Thành"


def test_a_file_is_made_when_asked_for(filled: Store, open_page: OpenPage):
    page = open_page("briefing", tuan=LAST.isoformat())
    page.button_group(key="briefing-parts").set_value(["result", "plans"]).run()
    page = page.button(key="make-docx").click().run()
    assert not page.exception
    (made,) = page.session_state["briefing-made"].values()
    assert made.name == f"giao-ban_{LAST.isoformat()}.docx"
    told = "\n".join(each.text for each in docx.Document(BytesIO(made.content)).paragraphs)
    assert "Chưa gửi báo cáo: Wintel" in told


def test_without_figures_the_page_says_what_to_do(empty: Store, open_page: OpenPage):
    assert "Chưa có báo cáo nào được nhận" in words_on(open_page("briefing"))
