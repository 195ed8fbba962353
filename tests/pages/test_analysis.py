"""Phân tích: priority, what moved the rate, forecasts; with few rounds it says what is lacking."""

from streamlit.testing.v1 import AppTest

from dashboard.measures import Scope
from dashboard.measures.carrier_gaps import communes_by_carrier
from dashboard.measures.cube import read_history
from dashboard.measures.likeness import communes_like
from dashboard.measures.priority import priorities
from dashboard.measures.selection import Selection
from dashboard.measures.wording import pct_text
from dashboard.store.database import Store
from dashboard.web.neighbourhoods import surroundings
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, ROUNDS


def table_on(page: AppTest) -> str:
    """The HTML of the list of communes."""
    return "".join(element.proto.body for element in page.get("html"))


def test_the_first_commune_stands_first_with_its_reason(filled: Store, open_page: OpenPage):
    page = open_page("analysis", tuan=LAST.isoformat())
    assert not page.exception
    first = priorities(read_history(filled.reader(), LAST), Scope(LAST))[0]
    assert first.commune_name in table_on(page)
    assert first.reason in table_on(page)
    assert "tỷ lệ xác thực thấp: **25" in words_on(page)


def test_all_communes_can_be_shown(filled: Store, open_page: OpenPage):
    page = open_page("analysis", tuan=LAST.isoformat())
    last = priorities(read_history(filled.reader(), LAST), Scope(LAST))[-1]
    assert f"xa={last.commune_code}" not in table_on(page)
    page.toggle(key="priority-all").set_value(True).run()
    assert f"xa={last.commune_code}" in table_on(page)


def test_what_moved_the_rate_is_told_with_the_carrier_that_is_missing(filled: Store, open_page: OpenPage):
    words = words_on(open_page("analysis", tuan=LAST.isoformat(), tab="vi-sao"))
    assert "Wintel có báo cáo kỳ trước mà không có kỳ này" in words
    assert "không phải do kết quả xác thực" in words


def test_with_few_rounds_there_is_a_pace_and_no_date(filled: Store, open_page: OpenPage):
    words = words_on(open_page("analysis", tuan=LAST.isoformat(), tab="du-bao"))
    assert f"để đạt {pct_text(100, 0)} vào ngày 15/04/2027." in words
    assert "chưa dự báo ngày đạt" in words


def test_the_first_round_has_nothing_to_compare(filled: Store, open_page: OpenPage):
    page = open_page("analysis", tuan=ROUNDS[0].isoformat(), tab="vi-sao")
    assert not page.exception
    assert "Chưa có hai kỳ" in words_on(page)


def test_without_figures_it_says_what_to_do(empty: Store, open_page: OpenPage):
    assert "Chưa có báo cáo nào được nhận" in words_on(open_page("analysis"))


def test_among_neighbours_it_says_who_is_low_together_and_that_the_layer_is_no_real_one(
    filled: Store, open_page: OpenPage
):
    around = surroundings(
        filled, Selection(LAST)
    )  # before the page's time is counted: esda is slow to import
    page = open_page("analysis", tuan=LAST.isoformat(), tab="lang-gieng")
    assert not page.exception
    assert "ranh giới sơ đồ" in str([it.value for it in page.warning])
    assert "Thấp giữa các nơi không thấp" in str([it.value for it in page.subheader])
    assert around.found[0].commune_name in table_on(page)


def test_carriers_stand_side_by_side_with_their_reports_and_in_every_commune(
    filled: Store, open_page: OpenPage
):
    page = open_page("analysis", tuan=LAST.isoformat(), tab="nha-mang")
    assert not page.exception
    records, *_, heat = (element.proto.body for element in page.get("html") if "<table" in element.proto.body)
    assert "MobiFone" in records
    assert heat.count("<tr>") == 31, "a head and the first thirty"
    lowest = communes_by_carrier(read_history(filled.reader(), LAST), Scope(LAST))
    assert lowest[0].commune_name in heat
    page.selectbox(key="heat-order").select("Viettel thấp nhất").run()
    heat = page.get("html")[-1].proto.body
    worst = min(lowest, key=lambda it: min(x.verified_pct for x in it.known if x.carrier.code == "viettel"))
    assert heat.index(worst.commune_name) < heat.index("<td>2</td>")


def test_places_are_set_side_by_side_by_the_address_and_their_like_are_offered(
    filled: Store, open_page: OpenPage
):
    page = open_page("analysis", tuan=LAST.isoformat(), tab="so-sanh", **{"so-sanh": "14797,tinh"})
    assert not page.exception
    table, like = (element.proto.body for element in page.get("html") if "<table" in element.proto.body)
    assert table.index("Phường Hạc Thành") < table.index("Toàn tỉnh")
    twins = communes_like(read_history(filled.reader(), LAST), Scope(LAST), "14797")
    assert like.index(twins[0].commune_name) < like.index(twins[1].commune_name)
    next(it for it in page.button if it.label.startswith("Đặt ba nơi")).click().run()
    assert page.multiselect[0].value == ["14797", *(it.commune_code for it in twins[:3])]


def test_with_one_place_it_asks_for_another(filled: Store, open_page: OpenPage):
    page = open_page("analysis", tuan=LAST.isoformat(), tab="so-sanh")
    assert "ít nhất hai nơi" in str([it.value for it in page.info])
