"""The map: a click opens a commune, the pointer gets its figures, and what is not there looks like that."""

import math
from dataclasses import replace

import pytest

from bench.waiting import until
from dashboard.measures.selection import Selection
from dashboard.measures.wording import count_text, pct_text
from dashboard.reference.communes import commune_by_code
from tests.browser.board_page import START, BoardPage, plain, said
from tests.browser.expected import Expectation
from tests.web.prepared import LAST, WHOLE

KEYS_TO_THE_TABLE_MOST = 60
CIRCLES_JS = "() => document.getElementById('commune-map').data[1]?.marker.size"
IN_PROPORTION_JS = f"""people => {{
  const across = ({CIRCLES_JS})();
  return across && people.every(
    (one, place) => Math.abs((across[place] / across[0]) ** 2 - one / people[0]) < 1e-6);
}}"""
RUN_AGAIN_MS = 1_500  # more than a run of the page takes


def test_a_click_opens_the_commune_and_its_link_leads_to_its_page(tab: BoardPage, expected: Expectation):
    code = expected.codes[80]
    row = expected.rows(START)[code]
    tab.open().page.mouse.click(*tab.point_inside(code))
    tab.shows(START.opened(code))
    card = tab.page.locator(".board .opened:is(div)")
    assert said(card.locator("h3")) == commune_by_code()[code].name
    assert said(card.locator(".big b")) == plain(pct_text(row["verified_pct"]))
    assert tab.outlined() == [code]
    card.get_by_role("link", name="Xem theo nhà mạng").click()
    tab.page.wait_for_url("**/xa-phuong?**")
    tab.page.get_by_role("heading", name=commune_by_code()[code].name).wait_for()
    metrics = tab.page.locator("[data-testid=stMetricValue]")
    assert plain(metrics.first.inner_text()) == plain(pct_text(row["verified_pct"]))
    assert plain(metrics.nth(1).inner_text()) == count_text(row["unverified_count"])


def test_closing_the_card_closes_the_commune(tab: BoardPage, expected: Expectation):
    tab.open(START.opened(expected.codes[5]))
    tab.press("Đóng")
    tab.shows(START)
    assert tab.outlined() == []


def test_the_pointer_gets_name_rate_counts_carriers_and_week(tab: BoardPage, expected: Expectation):
    code = expected.codes[40]
    row = expected.rows(START)[code]
    tip = tab.open().page.locator(".board .tip")
    tab.page.mouse.move(*tab.point_inside(code))
    tip.wait_for(state="visible")
    words = said(tip)
    reported = f"{row['carriers_reported_count']}/5 nhà mạng (thiếu Wintel)"
    for told in (
        commune_by_code()[code].name,
        plain(pct_text(row["verified_pct"])),
        f"{count_text(row['verified_count'])} / {count_text(row['total_count'])}",
        f"còn {count_text(row['unverified_count'])}",
        reported,
        "Kỳ 11/11/2026",
    ):
        assert told in words
    tab.page.mouse.move(2, 2)
    tip.wait_for(state="hidden")


def test_a_figure_of_an_earlier_round_says_so(tab: BoardPage, expected: Expectation):
    tab.open(Selection(LAST, carriers=("wintel",), basis="last-known"))
    tab.page.mouse.move(*tab.point_inside(expected.codes[40]))
    tip = tab.page.locator(".board .tip")
    tip.wait_for(state="visible")
    assert "số của kỳ 04/11/2026" in said(tip)


def test_no_data_and_partly_reported_have_looks_of_their_own(tab: BoardPage, expected: Expectation):
    only_mobifone = Selection(LAST, carriers=("mobifone",))
    tab.open(only_mobifone)
    missing = [code for code, fill in tab.fills().items() if fill == 'url("#look-missing")']
    assert len(missing) == 3
    tab.page.mouse.move(*tab.point_inside(missing[0]))
    tip = tab.page.locator(".board .tip")
    tip.wait_for(state="visible")
    assert "Chưa có nhà mạng nào báo cáo" in said(tip)
    tab.press("MobiFone")
    tab.shows(START)
    assert all(fill.startswith('url("#look-partly-') for fill in tab.fills().values())
    tab.press("Kỳ trước")
    tab.shows(Selection(WHOLE))
    assert all(fill.startswith("rgb(") for fill in tab.fills().values())


def test_every_hatch_that_is_painted_is_defined(tab: BoardPage):
    tab.open()
    for kind in ("ty-le", "chua-xac-thuc", "khoa-1-chieu", "thay-doi"):
        tab.page.locator("#filter-measure").select_option(kind)
        until(tab.page, "key => location.search.includes(key) || key === 'ty-le'", arg=kind)
        hatches = {fill for fill in tab.fills().values() if "url" in fill}
        asked = sorted(fill.removeprefix('url("#').removesuffix('")') for fill in hatches)
        assert asked
        assert tab.page.evaluate("ids => ids.filter(id => !document.getElementById(id))", asked) == []


def test_the_keyboard_reaches_the_table_and_opens_a_commune(tab: BoardPage):
    tab.open().page.locator("#filter-search").focus()
    in_table = "document.activeElement.closest('.ranking tbody') !== null"
    for _ in range(KEYS_TO_THE_TABLE_MOST):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate(in_table):
            break
    name = tab.page.evaluate("document.activeElement.textContent").removesuffix(" *")
    assert name == tab.ranking()[0].name
    tab.page.keyboard.press("Enter")
    tab.page.locator(".board .opened:is(div) h3").wait_for()
    assert said(tab.page.locator(".board .opened:is(div) h3")) == name
    assert tab.page.evaluate(in_table), "the keyboard's place is lost"
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    second = tab.ranking()[1].name
    until(
        tab.page,
        "name => document.querySelector('.board .opened:is(div) h3').textContent === name",
        arg=second,
    )


def test_all_communes_can_be_listed_the_missing_ones_last(tab: BoardPage, expected: Expectation):
    wanted = Selection(LAST, carriers=("mobifone",))
    tab.open(wanted)
    tab.press("Xem cả 166")
    rows = tab.ranking()
    assert rows[:163] == expected.ranking(wanted, 163)
    assert [row.value for row in rows[163:]] == ["–"] * 3


def test_a_run_of_the_page_does_not_take_the_filters_back(tab: BoardPage):
    """Streamlit runs the page again whenever its connection comes back; here by its own key for it."""
    tab.open(replace(START, kind="xã"))
    tab.press("Phường")
    tab.shows(replace(START, kind="phường"))
    tab.page.locator(".board .notice").click()
    tab.page.keyboard.press("r")
    tab.page.wait_for_timeout(RUN_AGAIN_MS)
    tab.shows(replace(START, kind="phường"))


def test_circles_are_as_large_in_area_as_people_are_unverified(tab: BoardPage, expected: Expectation):
    tab.open().press("◯ Số người")
    for selection, filter_pressed in ((START, None), (Selection(LAST, carriers=("viettel",)), "Viettel")):
        if filter_pressed:
            tab.press(filter_pressed)
            tab.shows(selection)
        people = sorted((row["unverified_count"] for row in expected.rows(selection).values()), reverse=True)
        until(tab.page, IN_PROPORTION_JS, arg=people)
        across = tab.page.evaluate(CIRCLES_JS)[0]
        assert across == pytest.approx(_across(tab, people[0]), rel=0.01)
    tab.press("◯ Số người")
    until(tab.page, f"() => ({CIRCLES_JS})() === undefined")


def test_every_commune_has_a_hexagon_painted_as_on_the_map_and_a_click_opens_it(
    tab: BoardPage, expected: Expectation
):
    whole = Selection(WHOLE)
    tab.open(whole).press("⬡ Ô đều")
    hexagons = tab.page.locator(".board .series .atlas-panel g path")
    hexagons.first.wait_for()
    fills = hexagons.evaluate_all("paths => paths.map(path => getComputedStyle(path).fill)")
    assert dict(zip(expected.codes, fills, strict=True)) == expected.fills(whole)
    hexagons.nth(40).hover()
    tip = tab.page.locator(".board .tip")
    tip.wait_for(state="visible")
    assert commune_by_code()[expected.codes[40]].name in said(tip)
    hexagons.nth(40).click()
    tab.shows(whole.opened(expected.codes[40]))


def _across(tab: BoardPage, people_count: int) -> float:
    """Pixels across the circle of so many people, by the legend's own largest circle."""
    largest = tab.page.locator(".circles span").first
    pixels = float(largest.locator("i").evaluate("mark => parseFloat(mark.style.width)"))
    stands_for = int((largest.text_content() or "").replace(".", ""))
    return pixels * math.sqrt(people_count / stands_for)
