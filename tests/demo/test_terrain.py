"""The kinds of country cover the province's districts."""

import pytest

from dashboard.demo.terrain import CARRIER_CODES, PLAIN, TERRAIN_OF_DISTRICT, terrain_of
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.reference.old_communes import old_communes

MOUNTAIN_DISTRICTS = (
    "Huyện Mường Lát",
    "Huyện Quan Hóa",
    "Huyện Quan Sơn",
    "Huyện Bá Thước",
    "Huyện Lang Chánh",
    "Huyện Thường Xuân",
    "Huyện Như Xuân",
    "Huyện Như Thanh",
    "Huyện Ngọc Lặc",
    "Huyện Cẩm Thủy",
    "Huyện Thạch Thành",
)


def test_every_named_district_existed_and_every_commune_has_one():
    districts = {old.district for old in old_communes()}
    assert set(TERRAIN_OF_DISTRICT) <= districts
    assert {commune.old_district for commune in communes()} <= districts


def test_a_mountain_district_is_slower_and_emptier_than_the_plain():
    for district in MOUNTAIN_DISTRICTS:
        assert terrain_of(district).slowness > PLAIN.slowness
        assert terrain_of(district).subscribers_per_old_commune < PLAIN.subscribers_per_old_commune


def test_shares_of_the_carriers_make_a_whole():
    for terrain in (*TERRAIN_OF_DISTRICT.values(), PLAIN):
        assert sum(terrain.carrier_shares) == pytest.approx(1)


def test_the_demo_plays_carriers_that_the_department_expects():
    assert set(CARRIER_CODES) <= {carrier.code for carrier in carriers()}
