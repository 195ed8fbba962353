"""Overview, map and commune: with figures, with a carrier missing, and before the first report."""

import pytest

from dashboard.measures import headline
from dashboard.measures.selection import Selection
from dashboard.reference.carriers import carriers
from dashboard.store.database import Store
from tests.pages.board_of import board_of, has_board, words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, WHOLE

LAYOUTS = {"overview": "overview", "map": "map", "commune": "filters"}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_page_shows_the_headline_of_the_measures(filled: Store, open_page: OpenPage, name: str):
    board = board_of(open_page(name, tuan=LAST.isoformat()), filled)
    found = headline(filled.reader(), Selection(LAST).scope)
    assert board.header["layout"] == LAYOUTS[name]
    assert board.header["query"] == Selection(LAST).as_query()
    assert board.header["now"][0] == found.total_count


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_carrier_missing_in_the_round_is_missing_on_the_page(filled: Store, open_page: OpenPage, name: str):
    board = board_of(open_page(name, tuan=LAST.isoformat()), filled)
    not_reported = board.header["expected"] & ~board.header["reported"]
    missing = [carrier.code for bit, carrier in enumerate(carriers()) if not_reported >> bit & 1]
    assert missing == ["wintel"]
    assert all(figure.is_partly_reported for figure in board.figures.values())


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_address_chooses(filled: Store, open_page: OpenPage, name: str):
    asked = Selection(WHOLE, ("viettel", "mobifone"), "xã", "locked_one_way_count", "last-known")
    address = {"tuan": "2026-11-04", "nha-mang": "viettel,mobifone", "loai": "xa"}
    page = open_page(name, **address, **{"chi-so": "khoa-1-chieu", "so-lieu": "gan-nhat"})
    assert board_of(page, filled).header["query"] == asked.as_query()


@pytest.mark.parametrize("name", LAYOUTS)
def test_without_figures_a_page_says_what_to_do_next(empty: Store, open_page: OpenPage, name: str):
    page = open_page(name)
    assert not has_board(page)
    assert "Chưa có báo cáo nào được nhận" in words_on(page)
    assert [link.proto.page_link.label if hasattr(link.proto, "page_link") else link.proto.label
            for link in page.get("page_link")] == ["Tới trang Báo cáo"]  # fmt: skip
