"""Accounts and sessions as pages: made, changed, removed; never the last administrator."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.access.accounts import SUBJECT, Wanted, account_draft, accounts_in_force
from dashboard.access.roles import Role
from dashboard.store.database import Store
from dashboard.store.decisions import decide, decisions_made
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def test_an_account_is_made_changed_and_removed_with_who_and_why(empty: Store, open_page: OpenPage):
    page = open_page("accounts")
    assert "không đăng nhập" in words_on(page)
    page.text_input[0].set_value("Lan.NT")
    page.text_input[1].set_value("Nguyễn Thị Lan")
    page.multiselect[0].set_value([Role.OFFICER])
    page.text_input[2].set_value("văn bản số 12")
    page = press(page, "Ghi tài khoản")
    assert accounts_in_force(empty.reader())["lan.nt"].full_name == "Nguyễn Thị Lan"
    page.selectbox[0].set_value("lan.nt").run()
    page.multiselect[0].set_value([Role.OFFICER, Role.ADMINISTRATOR])
    page = press(page, "Ghi tài khoản")
    assert accounts_in_force(empty.reader())["lan.nt"].roles == {Role.OFFICER, Role.ADMINISTRATOR}
    assert decisions_made(empty.reader(), SUBJECT)[0].reason == "văn bản số 12"


def test_what_cannot_be_an_account_is_said(empty: Store, open_page: OpenPage):
    page = open_page("accounts")
    page.text_input[0].set_value("vt")
    page.multiselect[0].set_value([Role.CARRIER])
    page = press(page, "Ghi tài khoản")
    assert "đi cùng mã nhà mạng" in page.error[0].value
    assert not accounts_in_force(empty.reader())


@pytest.mark.parametrize("others", [0, 1])
def test_the_last_administrator_stays(empty: Store, open_page: OpenPage, others: int):
    for number in range(others + 1):
        decide(empty, account_draft(Wanted(f"qt{number}", ("administrator",)), "lệnh"))
    page = open_page("accounts")
    page.selectbox[0].set_value("qt0").run()
    page.multiselect[0].set_value([Role.OFFICER])
    page = press(page, "Ghi tài khoản")
    is_administrator = Role.ADMINISTRATOR in accounts_in_force(empty.reader())["qt0"].roles
    assert is_administrator == (others == 0)


def test_sessions_of_one_machine_are_none(empty: Store, open_page: OpenPage):
    assert "Không có phiên nào" in words_on(open_page("sessions"))
