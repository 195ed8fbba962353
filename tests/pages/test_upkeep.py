"""The journal and the backups as a page."""

import json

from streamlit.testing.v1 import AppTest

from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide
from dashboard.store.journal import JOURNAL_NAME
from dashboard.upkeep.backup import backups_in
from dashboard.upkeep.daily import backup_folder
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage


def button(page: AppTest, label: str) -> AppTest:
    return next(it for it in page.button if it.label == label).click().run()


def test_the_journal_is_looked_through_and_checked(filled: Store, open_page: OpenPage):
    decide(filled, Draft("office", "office", {"name": "Sở <b>mới</b>"}, "Lan", "đổi tên"))
    page = open_page("upkeep")
    assert "11 trong 11 việc" in words_on(page)
    newest = page.dataframe[0].value.iloc[0]
    assert (newest["act_subject"], newest["act_after"]) == ("Thiết lập của Sở", "name: Sở <b>mới</b>")
    page.text_input[0].set_value("doi ten").run()
    assert "1 trong 11 việc" in words_on(page)
    assert "nguyên vẹn: 11 dòng" in button(page, "Kiểm tra nhật ký có bị sửa không").success[0].value
    path = filled.home / JOURNAL_NAME
    path.write_bytes(path.read_bytes().replace(b"viettel_2026-10-28", b"viettel_2026-10-29", 1))
    assert "dòng 2 không khớp" in button(page, "Kiểm tra nhật ký có bị sửa không").error[0].value


def test_what_a_page_does_comes_from_the_page(empty: Store, open_page: OpenPage):
    page = open_page("accounts")
    page.text_input[0].set_value("lan.nt")
    page.text_input[1].set_value("Nguyễn Thị Lan")
    page.multiselect[0].set_value(["officer"])
    button(page, "Ghi tài khoản")
    line = json.loads((empty.home / JOURNAL_NAME).read_text(encoding="utf-8"))
    assert (line["subject"], line["from"]) == ("account", {"way": "page"})


def test_a_backup_is_made_and_listed(filled: Store, open_page: OpenPage):
    page = open_page("upkeep", tab="sao-luu")
    assert "Chưa có bản sao lưu nào" in words_on(page)
    page = button(page, "Sao lưu ngay")
    assert not page.exception
    (made,) = backups_in(backup_folder(filled.home))
    assert made.folder.name in page.dataframe[-1].value["Bản sao lưu"].tolist()
