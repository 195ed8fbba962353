"""Ids of entries: the same row is the same entry, whatever its accents; another place or name is another."""

from datetime import date

from dashboard.support.register.ids import LONGEST_NAME_IN_ID, new_id
from dashboard.support.register.kinds import DIFFICULTIES, GROUPS, HALLS, POINTS

POINT = {
    "carrier_code": "viettel",
    "commune_code": "14758",
    "point_kind": "mobile",
    "address": "Cổng chợ Đông",
}


def test_accents_and_capitals_make_no_other_entry():
    assert new_id(POINTS, POINT) == new_id(POINTS, POINT | {"address": "CONG CHO DONG"})
    assert new_id(POINTS, POINT).startswith("viettel-14758-mobile-")


def test_another_place_kind_or_organisation_is_another_entry():
    assert new_id(POINTS, POINT) != new_id(POINTS, POINT | {"commune_code": "14797"})
    hall = {"commune_code": "14758", "hall_name": "Nhà văn hóa"}
    assert new_id(HALLS, hall) != new_id(HALLS, hall | {"commune_code": "14797"})
    group = {"commune_code": "14758", "organisation": "youth", "group_name": "Tổ 1"}
    assert new_id(GROUPS, group) != new_id(GROUPS, group | {"organisation": "women"})


def test_long_texts_are_cut_and_a_difficulty_has_its_day():
    told = {"noted_on": date(2026, 11, 11), "communes_affected": ("14758",), "difficulty_text": "x" * 200}
    found = new_id(DIFFICULTIES, told)
    assert found.startswith("2026-11-11-14758-")
    assert len(found) < LONGEST_NAME_IN_ID + 30
