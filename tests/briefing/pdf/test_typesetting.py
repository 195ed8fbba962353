"""Typst with the font that is there, and the locator that it draws."""

import pytest
from fontTools.ttLib import TTFont

from dashboard.boundaries import layer_in_force
from dashboard.briefing.pdf.locator import HEIGHT, WIDTH, locator_of
from dashboard.briefing.pdf.typesetting import FAMILIES, font
from dashboard.reference.communes import communes
from dashboard.store.database import Store


def test_the_font_has_every_letter_of_every_name():
    folder, family = font()
    file = next(name for place, name, told in FAMILIES if place == folder and told == family)
    known = TTFont(folder / file).getBestCmap()
    assert not [letter for commune in communes() for letter in commune.name if ord(letter) not in known]


@pytest.mark.parametrize("code", ["14797", "14854", "16661"])
def test_a_commune_is_marked_inside_the_provinces_outline(store: Store, code: str):
    known = {commune.code for commune in communes()}
    drawing = locator_of(layer_in_force(store)).drawing(code if code in known else communes()[0].code)
    points = [point for item in drawing.items if item["kind"] in {"area", "line"} for point in item["points"]]
    assert all(-3 <= x <= WIDTH + 3 and -3 <= y <= HEIGHT + 3 for x, y in points)
    assert "Sơ đồ, không phải địa giới hành chính" in [item.get("text") for item in drawing.items]
