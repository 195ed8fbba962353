"""Names to places: every right way of writing finds its one place, nothing is guessed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.matching.places import (
    MatchedBy,
    before,
    before_by_district,
    district_key,
    names_a_place,
    today,
)
from dashboard.reference.communes import communes
from dashboard.reference.names import fold
from dashboard.reference.old_communes import old_communes

COMMUNES = st.sampled_from(communes())
OLD_COMMUNES = st.sampled_from(old_communes())
TWINS = {"Xã Đồng Tiến", "Phường Đông Tiến"}  # the only two names of today that differ by accents alone
WRITINGS = st.sampled_from([str, str.upper, str.lower, lambda name: unicodedata.normalize("NFD", name)])


@given(COMMUNES, WRITINGS)
def test_every_commune_is_found_by_its_name_however_it_is_written(commune: object, written: object):
    found = today().find(written(commune.name))
    assert found.place is not None
    assert (found.place.code, found.matched_by) == (commune.code, MatchedBy.EXACT_NAME)


@given(COMMUNES, WRITINGS)
def test_every_commune_is_found_without_its_kind(commune: object, written: object):
    found = today().find(written(commune.short_name))
    assert found.place is not None
    assert (found.place.code, found.matched_by) == (commune.code, MatchedBy.SPELLING_VARIANT)


@given(COMMUNES)
def test_every_commune_is_found_without_accents_but_for_the_twins_that_need_their_kind(commune: object):
    with_kind, without_kind = today().find(fold(commune.name)), today().find(fold(commune.short_name))
    assert with_kind.place is not None
    assert with_kind.place.code == commune.code
    assert (without_kind.place is None) == (commune.name in TWINS)


@given(OLD_COMMUNES)
def test_every_old_commune_is_found_in_its_district(old: object):
    index = before_by_district()[district_key(old.district)]
    assert index.find(old.name).place.code == old.code


def test_the_twins_are_told_apart_by_accent_or_by_kind():
    names = {
        name: today().find(name).place for name in ("Đồng Tiến", "Đông Tiến", "xa dong tien", "P. Dong Tien")
    }
    assert {name: place.name for name, place in names.items() if place} == {
        "Đồng Tiến": "Xã Đồng Tiến",
        "Đông Tiến": "Phường Đông Tiến",
        "xa dong tien": "Xã Đồng Tiến",
        "P. Dong Tien": "Phường Đông Tiến",
    }


def test_a_kind_that_contradicts_the_accents_names_both_and_takes_neither():
    found = today().find("Xã Đông Tiến")
    assert found.place is None
    assert {place.name for place in found.places} == TWINS


@pytest.mark.parametrize("name", ["Xã Hạc Thành", "Phường Hàm Rồngg", "Không Có Thật", "", "12"])
def test_what_is_not_a_name_finds_nothing(name: str):
    assert today().find(name).places == ()


def test_an_accented_name_of_a_former_commune_is_not_taken_for_one_of_today():
    former = next(old for old in old_communes() if old.name == "Xã Hà Giang")
    assert today().find(former.name).place is None
    assert before().find(former.name).place is not None


@pytest.mark.parametrize(("old", "new"), [("Hoằng Hoá", "Xã Hoằng Hóa"), ("Cẩm Thuỷ", "Xã Cẩm Thủy")])
def test_the_older_place_of_the_tone_mark_is_the_same_name(old: str, new: str):
    place = today().find(old).place
    assert place is not None
    assert place.name == new


def test_the_nearest_names_are_suggested_best_first():
    assert today().nearest("Phường Hạm Rồg")[0].name == "Phường Hàm Rồng"
    assert len(today().nearest("Không Có Thật")) == 3


@pytest.mark.parametrize("text", ["Thành phố Thanh Hóa", "TP. Thanh Hoá", "tp thanh hoa", "Thanh Hóa"])
def test_ways_of_writing_a_district_have_one_key(text: str):
    assert district_key(text) in before_by_district()
    assert district_key(text) == "thanh hoa"


def test_names_of_both_lists_are_names_of_places():
    assert names_a_place("Hạc Thành")
    assert names_a_place("Xã Hà Giang")
    assert not names_a_place("Tổng cộng")


def test_a_place_of_before_is_told_with_its_district():
    assert before_by_district()["ha trung"].find("Hà Giang").place.full_name == "Xã Hà Giang (Huyện Hà Trung)"
