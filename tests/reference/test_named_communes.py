"""Communes named in running text: certain ones only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.communes import Commune, communes
from dashboard.reference.named_communes import communes_named_in


def names_in(text: str) -> list[str]:
    return [commune.name for commune in communes_named_in(text)]


def test_a_name_with_its_kind_is_found_whatever_the_place_of_the_tone_mark():
    assert names_in("Mở điểm tại xã Thọ Xuân, phường Hạc Thành.") == ["Xã Thọ Xuân", "Phường Hạc Thành"]
    assert names_in("xã Hoằng Hoá; xã Hoằng Hóa") == ["Xã Hoằng Hóa"]


def test_a_plural_begins_a_list():
    text = "Tăng cường tại các xã Thọ Xuân, Nga Sơn và Mường Lát; các phường: Hạc Thành, Sầm Sơn"
    assert names_in(text) == [
        "Xã Thọ Xuân",
        "Xã Nga Sơn",
        "Xã Mường Lát",
        "Phường Hạc Thành",
        "Phường Sầm Sơn",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "huyện Thọ Xuân",
        "khu vực Thọ Xuân",  # the district of before, or the commune
        "xa Tho Xuan",
        "xã Thọ Xuân cũ",
        "xã Thọ Xuân Đông",  # no such commune: not the one whose name begins alike
        "an sinh xã hội",
        "phường Thọ Xuân",  # that one is a xã
        "các xã có tỷ lệ thấp",
        "",
    ],
)
def test_what_is_doubtful_is_none(text: str):
    assert names_in(text) == []


def test_without_a_plural_a_name_after_a_comma_is_doubtful():
    assert names_in("xã Thọ Xuân, Nga Sơn") == ["Xã Thọ Xuân"]


@given(st.lists(st.sampled_from(communes()), min_size=1, max_size=6, unique=True))
def test_every_commune_is_found_by_its_full_name(named: list[Commune]):
    text = "; ".join(f"tại {commune.name[0].lower()}{commune.name[1:]}: thêm điểm" for commune in named)
    assert communes_named_in(text) == tuple(named)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    assert isinstance(communes_named_in(text), tuple)
