"""What is taken away: pictures that explain themselves, tables whose numbers are numbers."""

import csv
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image, ImageColor

from bench.waiting import until
from dashboard.figures.words import SIMULATED_MARK, SOURCE
from dashboard.measures.cube import COUNTS
from dashboard.measures.selection import Selection
from dashboard.reference.policy import policy
from dashboard.web.state import data_state
from tests.browser.board_page import BoardPage, plain
from tests.browser.expected import Expectation
from tests.web.prepared import LAST

SVG = "{http://www.w3.org/2000/svg}"
SCALE = 2
NOT_BLANK_COLOURS_COUNT = 50
QUERY = Selection(LAST, carriers=("mobifone",), kind="xã")


@pytest.fixture
def chosen(tab: BoardPage) -> BoardPage:
    """A tab with missing communes, communes of another kind, and the whole map."""
    tab.open(QUERY)
    return tab


def taken(tab: BoardPage, name: str) -> tuple[str, bytes]:
    """Name and content of what a button or link of the download bar gives."""
    with tab.page.expect_download() as arriving:
        tab.page.locator(".board .tools").get_by_text(name, exact=True).click()
    return arriving.value.suggested_filename, Path(arriving.value.path()).read_bytes()


def words_of(picture: ET.Element) -> str:
    return plain(" | ".join(text.text or "" for text in picture.iter(f"{SVG}text")))


def test_the_svg_says_all_that_the_page_says(chosen: BoardPage, expected: Expectation):
    name, content = taken(chosen, "Ảnh SVG")
    assert name.endswith(".svg")
    words = words_of(ET.fromstring(content))
    layer = data_state(expected.store).layer
    told = [
        "Tỷ lệ xác thực theo xã, phường",
        "11/11/2026",
        "MobiFone",
        "chỉ xã",
        SOURCE,
        layer.note,
        SIMULATED_MARK,
    ]
    told += [plain(label) for label in policy().scales["verified_pct"].labels]
    told.append(policy().no_data.label)
    assert [line for line in told if line not in words] == []


def test_the_svg_needs_nothing_from_outside(chosen: BoardPage):
    _, content = taken(chosen, "Ảnh SVG")
    picture = ET.fromstring(content)
    text = content.decode()
    references = set(re.findall(r"url\([^#]*#([\w-]+)", text))
    assert references
    ids = {found.get("id") for found in picture.iter() if found.get("id")}
    assert references <= ids
    assert "<image" not in text
    assert "http" not in text.replace("http://www.w3.org/", "")


def test_the_png_is_the_same_picture_twice_as_large_and_not_blank(chosen: BoardPage):
    _, vector = taken(chosen, "Ảnh SVG")
    drawn = ET.fromstring(vector)
    name, content = taken(chosen, "Ảnh PNG")
    assert name.endswith(".png")
    picture = Image.open(BytesIO(content)).convert("RGB")
    size = [SCALE * float(drawn.get(side, "0")) for side in ("width", "height")]
    assert picture.size == pytest.approx(size, abs=SCALE)
    colours = {colour for _, colour in picture.getcolors(picture.width * picture.height) or []}
    assert len(colours) > NOT_BLANK_COLOURS_COUNT
    classes = policy().scales["verified_pct"].colours
    assert len(colours & {ImageColor.getrgb(colour) for colour in classes}) >= 2


def test_a_zoomed_map_is_taken_as_it_is_seen(chosen: BoardPage):
    _, whole = taken(chosen, "Ảnh SVG")
    chosen.press("Phóng to")
    until(chosen.page, "document.getElementById('commune-map').layout.geo.projection.scale > 1.2")
    _, zoomed = taken(chosen, "Ảnh SVG")
    assert zoomed != whole
    assert words_of(ET.fromstring(zoomed)) == words_of(ET.fromstring(whole))


def test_the_workbook_holds_the_figures_of_the_measures_as_numbers(chosen: BoardPage, expected: Expectation):
    name, content = taken(chosen, "Bảng Excel")
    assert name.endswith(".xlsx")
    rows = list(openpyxl.load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
    assert SIMULATED_MARK in [row[0] for row in rows]
    agrees([list(row) for row in rows if isinstance(row[0], datetime)], expected.rows(QUERY))


def test_the_csv_opens_in_a_vietnamese_excel(chosen: BoardPage, expected: Expectation):
    name, content = taken(chosen, "Bảng CSV")
    assert name.endswith(".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert header[1] == "Mã xã, phường"
    assert {row[-1] for row in rows} == {SIMULATED_MARK}
    agrees([[*row[:3], *map(number, row[3:])] for row in rows], expected.rows(QUERY))


def number(cell: str) -> float | None:
    """A cell as a spreadsheet of Vietnamese settings reads it; words and nothing are no numbers."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None


def agrees(rows: list[list[Any]], figures: dict[str, dict[str, Any]]) -> None:
    """Round, code and name, the five counts, the rate: for every commune, and for no other."""
    assert [row[1] for row in rows] == list(figures)
    for row in rows:
        wanted = figures[row[1]]
        assert row[3:8] == [wanted[name] for name in COUNTS]
        assert row[8] == pytest.approx(wanted["verified_pct"])
