"""Báo cáo, thẻ Cảnh báo: what waits to be looked at, accepted with a name and a reason, and taken back."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.intake.acceptance import FiledWarning, accept, warnings_filed
from dashboard.intake.rules import RULES
from dashboard.store.database import Store
from tests.intake.test_acceptance import fallen
from tests.intake.weeks import send, send_weeks
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import FIRST, LAST

WHO, WHY = "Lê Thị Ước", "VinaPhone **đã** giải thích"


def stored(store: Store) -> tuple[FiledWarning, ...]:
    with store.reader() as cursor:
        return warnings_filed(cursor, LAST)


def field(page: AppTest, label: str) -> AppTest:
    return next(field for field in page.text_input if field.label == label)


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def accept_first(page: AppTest, who: str = WHO, why: str = WHY) -> AppTest:
    field(page, "Người xem xét").set_value(who).run()
    field(page, "Lý do chấp nhận").set_value(why)
    return press(page, "Chấp nhận")


@pytest.fixture
def opened(filled: Store, open_page: OpenPage) -> AppTest:
    """The page of the round in which mobifone left communes out and vietnamobile old ones."""
    return open_page("reports", tuan=LAST.isoformat(), tab="canh-bao")


def test_open_warnings_are_counted_and_stand_under_the_name_of_their_rule(opened: AppTest, filled: Store):
    words = words_on(opened)
    assert f"**{len(stored(filled))} cảnh báo chưa xem xét** · 0 đã chấp nhận" in words
    assert "Thiếu xã, phường" in words
    assert "Thiếu xã cũ" in words
    assert "SỐ LIỆU MÔ PHỎNG" in words


def test_a_warning_is_accepted_with_name_and_reason_and_then_shown_below(opened: AppTest, filled: Store):
    page = accept_first(opened)
    assert not page.exception
    [accepted] = [warning.acceptance for warning in stored(filled) if warning.acceptance]
    assert (accepted.decided_by, accepted.reason) == (WHO, WHY)
    words = words_on(page)
    assert f"**{len(stored(filled)) - 1} cảnh báo chưa xem xét** · 1 đã chấp nhận" in words
    assert WHO in words
    assert "VinaPhone \\*\\*đã\\*\\* giải thích" in "".join(str(caption.value) for caption in page.caption)


NOBODY, NO_REASON = ("", WHY, "ghi tên người xem xét"), (WHO, " ", "ghi lý do")


@pytest.mark.parametrize("said", [NOBODY, NO_REASON], ids=["nobody", "no reason"])
def test_without_a_name_or_a_reason_nothing_is_accepted_and_the_page_says_what_is_lacking(
    opened: AppTest, filled: Store, said: tuple[str, str, str]
):
    who, why, lacking = said
    page = accept_first(opened, who, why)
    assert lacking in page.error[0].value
    assert not any(warning.acceptance for warning in stored(filled))


def test_what_was_accepted_is_taken_back(opened: AppTest, filled: Store):
    page = accept_first(opened)
    field(page, "Người rút lại").set_value("Trần Văn Ân")
    field(page, "Lý do rút lại").set_value("nhầm").run()
    page = press(page, "Rút lại chấp nhận")
    assert not page.exception
    assert not any(warning.acceptance for warning in stored(filled))


def test_when_all_is_looked_at_the_page_says_so(filled: Store, open_page: OpenPage):
    accept(filled, stored(filled), WHO, WHY)
    page = open_page("reports", tuan=LAST.isoformat(), tab="canh-bao")
    said = f"Đã xem xét cả {len(stored(filled))} cảnh báo"
    assert any(said in success.value for success in page.success)


def test_a_round_without_warnings_says_which_other_rounds_have_some(filled: Store, open_page: OpenPage):
    page = open_page("reports", tuan=FIRST.isoformat(), tab="canh-bao")
    assert any("Không có cảnh báo nào" in success.value for success in page.success)
    assert "Kỳ khác còn cảnh báo chưa xem xét: 11/11/2026, 04/11/2026" in words_on(page)


def test_every_check_is_listed(opened: AppTest):
    words = words_on(opened)
    assert all(rule.RULE in words for rule in RULES)


def test_of_several_warnings_of_a_rule_some_or_all_are_accepted(empty: Store, open_page: OpenPage):
    send_weeks(empty)
    send(empty, fallen(0, 1, 2), 0)
    page = open_page("reports", tuan=LAST.isoformat(), tab="canh-bao")
    field(page, "Người xem xét").set_value(WHO).run()
    field(page, "Lý do chấp nhận").set_value(WHY)
    page = press(page, "Chấp nhận mục đã chọn")
    assert "chọn ít nhất một mục" in page.error[0].value
    page.checkbox[1].check()
    page = press(page, "Chấp nhận mục đã chọn")
    assert [bool(warning.acceptance) for warning in stored(empty)] == [False, True, False]
    field(page, "Lý do chấp nhận").set_value(WHY)
    press(page, "Chấp nhận cả 2 mục")
    assert all(warning.acceptance for warning in stored(empty))


def test_the_list_of_files_says_how_many_warnings_wait(filled: Store, open_page: OpenPage):
    vietnamobile = [warning for warning in stored(filled) if warning.carrier_code == "vietnamobile"]
    accept(filled, vietnamobile, WHO, WHY)
    tables = [frame.value for frame in open_page("reports", tab="da-nhan").dataframe]
    table = next(table for table in tables if "Cảnh báo" in table).set_index(["Nhà mạng", "Kỳ"])["Cảnh báo"]
    waiting_count = len(stored(filled)) - len(vietnamobile)
    assert table["MobiFone", LAST] == f"{waiting_count} chưa xem xét"
    assert table["Vietnamobile", LAST] == "đã xem xét"
    assert pd.isna(table["Viettel", LAST])
