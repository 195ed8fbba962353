"""Office PC, meeting room, telephone: nothing hangs over the edge, and the map is there."""

import pytest

from tests.browser.board_page import PATIENCE_MS, BoardPage

SIZES = {"office": (1366, 768), "meeting room": (1920, 1080), "telephone": (390, 844)}
PAGES = {
    "/": "#commune-map[data-alive]",
    "/ban-do": "#commune-map[data-alive]",
    "/xa-phuong": ".board .filters",
    "/bao-cao": "h1",
    "/phan-tich?tab=nha-mang": ".communes.heat",
    "/ho-tro?tab=ket-qua": "h1",
}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_page_scrolls_sideways(tab: BoardPage, size: tuple[int, int]):
    tab.page.set_viewport_size({"width": size[0], "height": size[1]})
    for path, sign in PAGES.items():
        tab.page.goto(tab.url + path)
        tab.page.wait_for_selector(sign, timeout=PATIENCE_MS)
        assert not tab.is_wider_than_window(), path


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_map_alone_takes_most_of_the_screen(tab: BoardPage, size: tuple[int, int]):
    tab.page.set_viewport_size({"width": size[0], "height": size[1]})
    plot = tab.open(page="ban-do").page.locator("#commune-map").bounding_box()
    assert plot is not None
    assert plot["width"] > 0.85 * size[0]
    assert plot["height"] > 0.4 * size[1]
