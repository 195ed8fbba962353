"""Hỗ trợ: the register as tables; what is missing is asked for by name."""

from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.support.register.keeping import Change, change_entries
from dashboard.support.register.kinds import HALLS
from dashboard.support.register.records import Hall
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage

HALL = Hall("14758-hoi-truong", "14758", "Hội trường <b>lớn</b>")


def test_an_empty_register_says_what_to_do(empty: Store, open_page: OpenPage):
    page = open_page("support", tab="hoi-truong")
    assert not page.exception
    assert "Chưa có hội trường nào" in words_on(page)


def test_communes_without_a_hall_are_asked_for_one_by_name(empty: Store, open_page: OpenPage):
    change_entries(empty, (Change(HALLS, HALL.entry_id, HALL, None),), By("Lê B", ""))
    words = words_on(open_page("support", tab="hoi-truong"))
    assert "165 xã, phường chưa có hội trường nào trong sổ, đề nghị cung cấp" in words
    assert "1 hội trường." in words


def test_the_other_tabs_open_by_their_address(empty: Store, open_page: OpenPage):
    for tab in ("nhom", "diem", "vuong-mac", "nhan-tep"):
        page = open_page("support", tab=tab)
        assert not page.exception, tab
    assert "Tệp của sổ hỗ trợ" in str([it.label for it in page.get("file_uploader")])
