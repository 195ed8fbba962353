"""Filters: the address, the cards, the map and the ranking follow, and the map stays where it was."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bench.waiting import until
from tests.browser.board_page import START, BoardPage
from tests.browser.expected import Expectation
from tests.web.prepared import FIRST, WHOLE

Act = Callable[[BoardPage], Any]


def measure(key: str) -> Act:
    """Choose a measure in its list."""
    return lambda tab: tab.page.locator("#filter-measure").select_option(key)


def button(name: str, group: str | None = None) -> Act:
    """Press a button of the bar."""
    return lambda tab: tab.press(name, group)


# One after the other, as a reader goes: what each act changes stays for those that follow.
ACTS: tuple[tuple[Act, dict[str, Any]], ...] = (
    (button("Số gần nhất"), {"basis": "last-known"}),
    (button("Phường"), {"kind": "phường"}),
    (measure("khoa-1-chieu"), {"measure": "locked_one_way_count"}),
    (measure("khoa-2-chieu"), {"measure": "locked_two_way_count"}),
    (button("Xã"), {"kind": "xã"}),
    (measure("chua-xac-thuc"), {"measure": "unverified_count"}),
    (button("Chỉ kỳ này"), {"basis": "this-week"}),
    (button("MobiFone"), {"carriers": ("mobifone",)}),
    (measure("thay-doi"), {"measure": "verified_pct_change"}),
    (button("Wintel"), {"carriers": ("mobifone", "wintel")}),
    (button("Kỳ trước"), {"round_on": WHOLE}),
    (lambda tab: tab.page.locator("#filter-round").select_option(FIRST.isoformat()), {"round_on": FIRST}),
    (measure("ty-le"), {"measure": "verified_pct"}),
    (button("Kỳ sau"), {"round_on": WHOLE}),
    (button("MobiFone"), {"carriers": ("wintel",)}),
    (button("Wintel"), {"carriers": ()}),
    (button("Viettel"), {"carriers": ("viettel",)}),
    (button("Tất cả", "Nhà mạng"), {"carriers": ()}),
    (button("Tất cả", "Loại"), {"kind": None}),
)


def test_the_page_opens_with_the_headline_of_the_measures(tab: BoardPage, expected: Expectation):
    tab.open()
    assert tab.cards() == expected.cards(START)
    assert tab.fills() == expected.fills(START)
    assert tab.ranking() == expected.ranking(START, len(tab.ranking()))


def test_every_filter_moves_address_cards_map_and_ranking(tab: BoardPage, expected: Expectation):
    tab.open()
    wanted = START
    for act, change in ACTS:
        act(tab)
        wanted = replace(wanted, **change)
        tab.shows(wanted)
        assert tab.cards() == expected.cards(wanted), wanted
        assert tab.fills() == expected.fills(wanted), wanted
        assert tab.ranking() == expected.ranking(wanted, len(tab.ranking())), wanted


@pytest.fixture
def zoomed(tab: BoardPage, expected: Expectation) -> BoardPage:
    """A tab with a commune opened, zoomed in by the wheel over it, and its map marked."""
    code = expected.codes[80]
    tab.open(START.opened(code))
    tab.page.mouse.move(*tab.point_inside(code))
    tab.page.mouse.wheel(0, -400)
    until(tab.page, "document.getElementById('commune-map').layout.geo.projection.scale > 1.2")
    tab.page.evaluate("window.kept = document.querySelector('#commune-map svg.main-svg')")
    return tab


def test_zoom_selection_and_the_map_itself_outlive_every_filter(zoomed: BoardPage, expected: Expectation):
    before = zoomed.zoom_state()
    opened = expected.codes[80]
    wanted = START.opened(opened)
    for act, change in ACTS:
        act(zoomed)
        wanted = replace(wanted, **change)
        zoomed.shows(wanted)
    assert zoomed.zoom_state() == before
    assert zoomed.outlined() == [opened]
    assert zoomed.page.evaluate(
        "kept === document.querySelector('#commune-map svg.main-svg') && kept.isConnected"
    )


def test_panning_survives_a_filter_and_the_whole_province_comes_back(tab: BoardPage, expected: Expectation):
    tab.open().press("Phóng to")
    until(tab.page, "document.getElementById('commune-map').layout.geo.projection.scale > 1.2")
    x, y = tab.point_inside(expected.codes[80])
    tab.page.mouse.move(x, y)
    tab.page.mouse.down()
    tab.page.mouse.move(x + 60, y + 40, steps=4)
    tab.page.mouse.up()
    panned = tab.zoom_state()
    tab.press("Phường")
    tab.shows(replace(START, kind="phường"))
    assert tab.zoom_state() == panned
    tab.press("Toàn tỉnh")
    until(tab.page, "document.getElementById('commune-map').layout.geo.projection.scale === 1")
    assert tab.zoom_state() != panned
