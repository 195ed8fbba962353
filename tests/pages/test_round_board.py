"""The board of a round on the page of reports, at moments that the test chooses."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.measures import Scope
from dashboard.measures.completeness import completeness
from dashboard.measures.wording import pct_text
from dashboard.reference.round_calendar import read_calendar
from dashboard.reference.round_decisions import By, close_round
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, report

SetClock: TypeAlias = Callable[[datetime], None]
FRIDAY = date(2026, 11, 13)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LOCAL_ZONE)


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Say what time it is for the page."""

    def set_to(now: datetime) -> None:
        monkeypatch.setattr("dashboard.views.clock.local_now", lambda: now)

    return set_to


def codes_on(page: AppTest) -> list[str]:
    """The texts that are there to be copied."""
    return [element.value for element in page.code]


def table_of(page: AppTest) -> dict[str, dict[str, object]]:
    """The table of the round, by carrier."""
    return page.dataframe[0].value.set_index("Nhà mạng").to_dict("index")


def turns_on(page: AppTest) -> str:
    """The table of the last rounds."""
    return next(it.proto.body for it in page.get("html") if 'class="turns"' in it.proto.body)


def submit(page: AppTest, label: str) -> AppTest:
    """Press the button of a form."""
    found = next(button for button in page.button if button.label == label)
    return found.click().run()


def write(page: AppTest, label: str, text: str) -> None:
    """Write into a field."""
    next(field for field in page.text_input if field.label == label).set_value(text)


def test_twelve_minutes_before_it_says_who_is_missing_and_how_long_is_left(
    filled: Store, open_page: OpenPage, set_clock: SetClock
):
    set_clock(at(11, 9, 48))
    page = open_page("reports", tab="tinh-hinh", tuan=LAST.isoformat())
    words = words_on(page)
    assert "**4/5** đã báo cáo · :orange[**còn 12 phút 00 giây**]" in words
    assert "**Wintel**" in words
    assert "chưa gửi" in words
    [text] = codes_on(page)
    assert "Kính gửi: Wintel" in text
    assert "còn 12 phút" in text
    assert table_of(page)["Wintel"]["Tình trạng"] == "… Chưa báo cáo"
    assert 'class="awaited"' in turns_on(page)


def test_after_the_hour_it_counts_how_late_and_how_complete(
    filled: Store, open_page: OpenPage, set_clock: SetClock
):
    set_clock(at(11, 12, 5))
    page = open_page("reports", tab="tinh-hinh", tuan=LAST.isoformat())
    assert "**4/5** đã báo cáo · :red[**đã quá hạn 2 giờ 5 phút**]" in words_on(page)
    assert table_of(page)["Wintel"]["Tình trạng"] == "✗ Chưa báo cáo, quá hạn 2 giờ 5 phút"
    mobifone = table_of(page)["MobiFone"]
    assert (mobifone["Xã, phường"], mobifone["Xã đã từng báo cáo"]) == ("163/166", "163/166")
    with filled.reader() as cursor:
        [found] = completeness(cursor, Scope(LAST, ("mobifone",)))
    assert mobifone["Thuê bao bao quát"] == pct_text(found.covered_pct) != "100,0 %"
    assert "✗ thiếu" in turns_on(page)
    assert "đúng hạn 1, muộn 0, thiếu 2" in turns_on(page), "Wintel reported one of three rounds"
    report(filled, "wintel_2026-11-11.csv", LAST, hour=12)
    page.run()
    assert "**5/5** đã báo cáo · :green[**đã đủ báo cáo**]" in words_on(page)
    assert codes_on(page) == []
    assert table_of(page)["Wintel"]["Tình trạng"] == "◷ Muộn 2 giờ 0 phút"


def test_a_refused_file_is_told_with_a_reminder_until_it_is_put_right(
    filled: Store, open_page: OpenPage, set_clock: SetClock
):
    set_clock(at(11, 9, 50))
    take_in(IntakeRequest("BC.xlsx", b"broken", at(11, 9, 40), "x", "x", "mobifone", LAST), filled)
    page = open_page("reports", tab="tinh-hinh", tuan=LAST.isoformat())
    assert "bản sửa chưa đạt" in words_on(page)
    assert table_of(page)["MobiFone"]["Chờ sửa"] == "1 tệp"
    assert "“BC.xlsx” của MobiFone" in codes_on(page)[0]
    report(filled, "mobifone_2026-11-11.xlsx", LAST)
    page.run()
    assert not table_of(page)["MobiFone"]["Chờ sửa"]
    assert table_of(page)["MobiFone"]["Gửi lại"] == "1 lần"
    assert table_of(page)["MobiFone"]["Xã, phường"] == "166/166"


def test_a_closed_round_says_since_when(filled: Store, open_page: OpenPage, set_clock: SetClock):
    set_clock(at(18, 10))
    assert "đã chốt lúc 10:00 ngày 18/11/2026" in words_on(
        open_page("reports", tab="tinh-hinh", tuan=LAST.isoformat())
    )
    close_round(filled, LAST, at(11, 14), By("A", "đủ số liệu"))
    set_clock(at(11, 14))
    assert "đã chốt lúc 14:00 ngày 11/11/2026" in words_on(
        open_page("reports", tab="tinh-hinh", tuan=LAST.isoformat())
    )


def test_a_round_on_a_holiday_is_due_the_next_working_day(
    empty: Store, open_page: OpenPage, set_clock: SetClock
):
    set_clock(at(2, 9, month=9))
    words = words_on(open_page("reports", tab="tinh-hinh"))
    assert "Hạn gửi: trước **thứ Năm, 10:00 ngày 03/09/2026**" in words
    assert "nghỉ lễ (Quốc khánh)" in words
    assert "**0/5** đã báo cáo · :blue[**còn 1 ngày 1 giờ**]" in words


def test_an_ad_hoc_round_is_opened_on_the_page_and_shown(
    filled: Store, open_page: OpenPage, set_clock: SetClock
):
    set_clock(at(12, 9))  # the form suggests the day after, 15:00
    page = open_page("reports", tab="tinh-hinh")
    submit(page, "Mở kỳ đột xuất")
    assert "Hãy ghi lý do." in words_on(page)
    write(page, "Lý do mở kỳ đột xuất", "phục vụ họp Tổ công tác")
    next(it for it in page.multiselect if it.label == "Nhà mạng phải báo cáo").set_value(
        ["Viettel", "Wintel"]
    )
    page = submit(page, "Mở kỳ đột xuất")
    assert not page.exception
    words = words_on(page)
    assert "Đã mở kỳ đột xuất 13/11/2026" in words
    assert "**0/2** đã báo cáo" in words
    assert "Kỳ đột xuất 13/11/2026 · đang nhận" in words
    assert "Lý do: phục vụ họp Tổ công tác" in words
    assert len(codes_on(page)) == 2
    with filled.reader() as cursor:
        assert read_calendar(cursor).round(FRIDAY).expected == ("viettel", "wintel")


def test_a_due_time_is_moved_and_a_round_closed_and_opened_with_reasons(
    filled: Store, open_page: OpenPage, set_clock: SetClock
):
    set_clock(at(11, 9))
    page = open_page("reports", tab="tinh-hinh", tuan=LAST.isoformat())
    page.time_input(key=f"due-{LAST}-hour").set_value(datetime(2026, 11, 11, 16).time())  # noqa: DTZ001
    write(page, "Lý do đổi hạn", "mất điện")
    page = submit(page, "Đổi hạn")
    assert "đổi hạn: mất điện" in words_on(page)
    assert "còn 7 giờ 0 phút" in words_on(page)
    write(page, "Lý do chốt", "đủ số liệu")
    page = submit(page, "Chốt ngay")
    assert "đã chốt lúc 09:00 ngày 11/11/2026" in words_on(page)
    write(page, "Lý do mở lại", "chờ Wintel")
    page = submit(page, "Mở lại")
    assert "nhận lại đến 15:00 ngày 12/11/2026" in words_on(page)
    assert "Lý do: chờ Wintel" in words_on(page)
    write(page, "Lý do hủy", "nhầm")
    page = submit(page, "Hủy quyết định")
    assert "Đã hủy hạn đã đổi" in words_on(page)
    assert "**thứ Tư, 10:00 ngày 11/11/2026**" in words_on(page)
