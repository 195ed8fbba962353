"""Báo cáo, thẻ Mẫu báo cáo: a form for each carrier and round."""

from datetime import date, datetime

from dashboard.measures.wording import day_text
from dashboard.reference.round_calendar import RoundCalendar
from dashboard.reference.rounds import due_at, round_of
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.views.template import rounds_offered
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage


def test_a_form_of_this_rounds_is_offered_for_each_carrier(filled: Store, open_page: OpenPage):
    page = open_page("reports", tab="mau")
    current = round_of(datetime.now(LOCAL_ZONE).date())
    box = next(box for box in page.selectbox if box.label == "Nhà mạng nhận mẫu")
    assert f"Tải mẫu của Viettel, kỳ {day_text(current)}" in [
        button.proto.label for button in page.get("download_button")
    ]
    assert f"{due_at(current):%d/%m/%Y}" in words_on(page)
    page = box.select_index(1).run()
    assert not page.exception
    labels = [button.proto.label for button in page.get("download_button")]
    assert any(label.startswith("Tải mẫu của VinaPhone") for label in labels)


def test_figures_to_be_held_against_are_marked_where_they_are_simulated(filled: Store, open_page: OpenPage):
    assert "SỐ LIỆU MÔ PHỎNG" in words_on(open_page("reports", tab="mau"))


def test_before_the_first_report_the_form_is_there_all_the_same(empty: Store, open_page: OpenPage):
    assert "chưa có báo cáo trước kỳ này" in words_on(open_page("reports", tab="mau"))


def test_next_weeks_round_comes_first_and_a_month_of_past_ones_last():
    assert [day_text(day) for day in rounds_offered(date(2026, 11, 19), RoundCalendar())] == [
        "02/12/2026",
        "25/11/2026",
        "18/11/2026",
        "11/11/2026",
        "04/11/2026",
        "28/10/2026",
    ]
