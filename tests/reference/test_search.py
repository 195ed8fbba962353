"""Search finds a commune by whatever a person is likely to type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.communes import Commune, communes
from dashboard.reference.names import fold
from dashboard.reference.old_communes import old_commune_by_code
from dashboard.reference.search import search_communes


@given(st.sampled_from(communes()), st.data())
def test_any_part_of_a_name_without_accents_finds_it(commune: Commune, data: st.DataObject):
    name = fold(commune.name)
    start = data.draw(st.integers(0, len(name) - 2))
    end = data.draw(st.integers(start + 2, len(name)))
    assert commune in search_communes(name[start:end])


@given(st.sampled_from(communes()))
def test_code_finds_its_commune_first(commune: Commune):
    assert search_communes(commune.code)[0] == commune


@given(st.sampled_from(communes()))
def test_name_with_accents_finds_its_commune_first(commune: Commune):
    assert search_communes(commune.name)[0] == commune
    assert search_communes(commune.short_name)[0].short_name == commune.short_name


@given(st.sampled_from(communes()))
def test_old_names_find_the_commune(commune: Commune):
    for code in commune.old_communes:
        name = old_commune_by_code()[code].name
        assert commune in search_communes(name)


def test_names_that_differ_only_in_accents_are_both_found_the_meant_one_first():
    assert [c.name for c in search_communes("dong tien")] == ["Xã Đồng Tiến", "Phường Đông Tiến"]
    assert search_communes("Đông Tiến")[0].name == "Phường Đông Tiến"
    assert [c.name for c in search_communes("phuong dong tien")] == ["Phường Đông Tiến"]
    assert [c.name for c in search_communes("P. Dong Tien")] == ["Phường Đông Tiến"]


def test_both_parts_of_a_divided_commune_are_found():
    names = {commune.name for commune in search_communes("An Hưng")}
    assert names == {"Phường Hạc Thành", "Phường Đông Quang"}


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_typed_finds_all(text: str):
    assert search_communes(text) == communes()


@given(st.text())
def test_whatever_is_typed_gives_each_commune_at_most_once(text: str):
    found = search_communes(text)
    assert len(set(found)) == len(found)


def test_what_no_commune_has_finds_none():
    assert search_communes("Sài Gòn") == ()
