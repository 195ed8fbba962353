"""Forms of names: what falls together and what stays apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.communes import Commune, communes
from dashboard.reference.names import bare_district, bare_name, fold, split_kind, tone_form
from dashboard.reference.old_communes import OldCommune, old_communes

ALL_UNITS = (*communes(), *old_communes())
units = st.sampled_from(ALL_UNITS)
forms = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_has_no_marks_no_crossed_d_and_single_spaces(text: str):
    folded = fold(text)
    assert not any(unicodedata.combining(char) for char in folded)
    assert "đ" not in folded
    assert folded == " ".join(folded.split())


@given(units, forms, st.sampled_from([str.lower, str.upper, str.title, str]))
def test_form_and_case_do_not_matter(unit: Commune | OldCommune, form: str, case: type[str]):
    variant = case(unicodedata.normalize(form, unit.name))
    assert fold(variant) == fold(unit.name)
    assert tone_form(variant) == tone_form(unit.name)


@given(units)
def test_place_of_the_tone_mark_does_not_matter(unit: Commune | OldCommune):
    assert tone_form(modern_placement(unit.name)) == tone_form(unit.name)


@pytest.mark.parametrize(
    ("old", "new"), [("Hóa", "Hoá"), ("Thủy", "Thuỷ"), ("Quý", "Qúy"), ("hòe", "hoè"), ("Lũy", "Luỹ")]
)
def test_pairs_of_placement_fall_together(old: str, new: str):
    assert tone_form(old) == tone_form(new)


def test_tone_form_keeps_apart_every_name_that_differs():
    today = {tone_form(commune.name) for commune in communes()}
    assert len(today) == 166
    assert tone_form("Đồng Tiến") != tone_form("Đông Tiến")


def test_blanks_and_invisible_characters_do_not_matter():
    assert fold("\ufeffXã\u00a0 Đồng\u200b Tiến ") == "xa dong tien"
    assert tone_form("Đồng\u00a0\u200bTiến") == tone_form("đồng tiến")


@given(units)
def test_kind_and_name_are_split(unit: Commune | OldCommune):
    kind, rest = split_kind(unit.name)
    assert kind == unit.kind
    assert f"{kind} {rest}" == unit.name.lower()


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("P. Hạc Thành", "phường", "hạc thành"),
        ("P.Hạc Thành", "phường", "hạc thành"),
        ("PHUONG HAC THANH", "phường", "hac thanh"),
        ("X Đồng Tiến", "xã", "đồng tiến"),
        ("Xã: Đồng Tiến", "xã", "đồng tiến"),
        ("TT. Hà Trung", "thị trấn", "hà trung"),
        ("thi  tran Hà Trung", "thị trấn", "hà trung"),
        (unicodedata.normalize("NFD", "Phường Hạc Thành"), "phường", "hạc thành"),
        ("Phượng Nghi", None, "phượng nghi"),
        ("Phú Sơn", None, "phú sơn"),
        ("Xã", None, "xã"),
        ("", None, ""),
    ],
)
def test_ways_to_write_a_kind(text: str, kind: str | None, rest: str):
    assert split_kind(text) == (kind, rest)


@given(units)
def test_a_name_without_kind_stays_whole(unit: Commune | OldCommune):
    assert bare_name(bare_name(unit.name)) == bare_name(unit.name)


@pytest.mark.parametrize(
    "text", ["Thị xã Nghi Sơn", "TX. Nghi Sơn", "tx Nghi Sơn", "Huyện Nghi Sơn", "nghi sơn"]
)
def test_ways_to_write_a_district(text: str):
    assert bare_district(text) == "nghi sơn"


def modern_placement(text: str) -> str:
    """The mark of tone on the second vowel of oa, oe, uy, as the newer rule has it (hóa -> hoá)."""
    decomposed = unicodedata.normalize("NFD", text)
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for mark in "\u0300\u0301\u0303\u0309\u0323":
            decomposed = decomposed.replace(first + mark + second, first + second + mark)
    return unicodedata.normalize("NFC", decomposed)
