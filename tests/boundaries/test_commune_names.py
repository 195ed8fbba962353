import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.boundaries.commune_names import code_of_name
from dashboard.reference.communes import Commune, commune_by_code, communes
from dashboard.reference.names import fold

COMMUNE = st.sampled_from(communes())
TWINS = {commune.code for commune in communes() if fold(commune.short_name) == "dong tien"}


@settings(deadline=None)
@given(COMMUNE)
def test_every_commune_is_found_by_its_name_with_and_without_kind(commune: Commune):
    for name in (commune.name, commune.short_name, commune.name.upper(), f"  {commune.name} "):
        assert code_of_name(name) == commune.code
        assert code_of_name(unicodedata.normalize("NFD", name)) == commune.code


@settings(deadline=None)
@given(COMMUNE)
def test_without_accents_the_kind_tells_twins_apart(commune: Commune):
    assert code_of_name(fold(commune.name)) == commune.code
    by_short_name = code_of_name(fold(commune.short_name))
    assert by_short_name == (None if commune.code in TWINS else commune.code)


def test_the_twins_are_xa_dong_tien_and_phuong_dong_tien():
    assert {commune_by_code()[code].name for code in TWINS} == {"Xã Đồng Tiến", "Phường Đông Tiến"}


@pytest.mark.parametrize(
    "text",
    ["Phường Đồng Tiến", "Xã Đông Tiến", "Thị trấn Nga Sơn", "Xã Hạc Thành", "Hac Thánh", "", "Xã", "14758"],
)
def test_a_name_nobody_has_is_nobody(text: str):
    assert code_of_name(text) is None


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_a_commune_or_nobody(text: str):
    code = code_of_name(text)
    assert code is None or fold(commune_by_code()[code].short_name) in fold(text)
