"""Finding a commune: with or without accents, by what it was called before, by its code."""

import pytest

from dashboard.measures.selection import Selection
from dashboard.reference.communes import commune_by_code, communes
from dashboard.reference.old_communes import old_communes
from tests.browser.board_page import BoardPage
from tests.web.prepared import LAST


def code_of(name: str) -> str:
    return next(commune.code for commune in communes() if commune.name == name)


def test_names_that_differ_in_accents_only_are_both_found(tab: BoardPage):
    tab.open()
    assert {"Xã Đồng Tiến", "Phường Đông Tiến"} <= set(tab.search("dong tien"))
    assert tab.search("Đồng Tiến")[0] == "Xã Đồng Tiến"
    assert tab.search("Đông Tiến")[0] == "Phường Đông Tiến"
    assert tab.search("phuong dong tien") == ["Phường Đông Tiến"]


def test_a_commune_is_found_by_code_and_by_an_old_name(tab: BoardPage):
    tab.open()
    commune = communes()[80]
    assert tab.search(commune.code) == [commune.name]
    names_now = " ".join(commune.name for commune in communes())
    gone = (old for old in old_communes() if old.name.split(" ", 1)[1] not in names_now)
    old = next(old for old in gone if len(old.parts) == 1)
    assert commune_by_code()[old.parts[0].commune_code].name in tab.search(old.name)


def test_what_is_not_there_is_said_so(tab: BoardPage):
    assert tab.open().search("không có xã này") == []
    assert "Không tìm thấy" in tab.page.locator("#filter-found").inner_text()


@pytest.mark.parametrize("downs", [0, 1])
def test_enter_opens_the_suggestion_chosen_by_the_arrows(tab: BoardPage, downs: int):
    found = tab.open().search("dong tien")
    for _ in range(downs):
        tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    code = code_of(found[downs])
    tab.shows(Selection(LAST, commune_code=code))
    assert tab.outlined() == [code]


def test_a_press_on_a_suggestion_opens_it(tab: BoardPage):
    tab.open().search("hac thanh")
    tab.page.locator("#filter-found [role=option]").first.click()
    tab.shows(Selection(LAST, commune_code=code_of("Phường Hạc Thành")))
