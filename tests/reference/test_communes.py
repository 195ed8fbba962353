"""The table of today's communes against what is known of the province."""

import unicodedata
from collections import Counter
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from dashboard.paths import DATA_DIR, register_dir
from dashboard.reference.communes import COMMUNES_NAME, commune_by_code, communes, read_communes
from dashboard.reference.old_communes import old_commune_by_code

PROVINCE_AREA_KM2 = 11_114.7  # Thanh Hóa, General Statistics Office
WEST, SOUTH, EAST, NORTH = 104.37, 19.28, 106.08, 20.68  # the province without its islands, in degrees


def test_province_has_147_communes_and_19_wards():
    assert Counter(commune.kind for commune in communes()) == {"xã": 147, "phường": 19}


def test_codes_are_five_digits_unique_and_in_order():
    codes = [commune.code for commune in communes()]
    assert all(len(code) == 5 and code.isdigit() for code in codes)
    assert codes == sorted(set(codes))


def test_names_are_unique_composed_and_begin_with_their_kind():
    names = [commune.name for commune in communes()]
    assert len(set(names)) == 166
    assert all(unicodedata.is_normalized("NFC", name) for name in names)
    assert all(c.name == f"{c.kind.capitalize()} {c.short_name}" for c in communes())


def test_points_lie_in_the_province():
    assert all(WEST < commune.lon < EAST and SOUTH < commune.lat < NORTH for commune in communes())


def test_areas_sum_to_the_province():
    assert sum(commune.area_km2 for commune in communes()) == pytest.approx(PROVINCE_AREA_KM2, rel=0.001)


def test_every_commune_is_made_of_old_ones_that_name_it():
    for commune in communes():
        assert commune.old_communes
        for code in commune.old_communes:
            assert commune.code in [part.commune_code for part in old_commune_by_code()[code].parts]


def test_old_district_is_one_of_an_old_commune_and_holds_most():
    for commune in communes():
        olds = [old_commune_by_code()[code] for code in commune.old_communes]
        number = Counter(old.district for old in olds if old.commune_code == commune.code)
        assert number[commune.old_district] == max(number.values())


def test_names_that_differ_only_in_accents_are_two_communes():
    assert commune_by_code()["15853"].name == "Phường Đông Tiến"
    assert {c.name for c in communes() if c.short_name in ("Đồng Tiến", "Đông Tiến")} == {
        "Xã Đồng Tiến",
        "Phường Đông Tiến",
    }


def test_tables_are_what_the_script_builds(tmp_path: Path):
    spec = spec_from_file_location("build_reference", DATA_DIR / "build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    script = module_from_spec(spec)
    spec.loader.exec_module(script)
    script.build(tmp_path)
    for table in ("communes.csv", "old_communes.csv"):
        assert (tmp_path / table).read_bytes() == (DATA_DIR / table).read_bytes()


def test_a_special_zone_keeps_its_whole_name():
    zone = replace(communes()[0], name="Đặc khu Phú Quý", kind="xã")
    assert zone.short_name == "Đặc khu Phú Quý"


def test_another_register_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    lines = (DATA_DIR / COMMUNES_NAME).read_text(encoding="utf-8").splitlines()
    (tmp_path / COMMUNES_NAME).write_text("\n".join(lines[:3]), encoding="utf-8")
    assert read_communes(tmp_path) == communes()[:2]
    assert register_dir() == DATA_DIR
    monkeypatch.setenv("DASHBOARD_REGISTER", str(tmp_path))
    assert register_dir() == tmp_path
