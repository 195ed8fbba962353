"""Where the old communes went, and that an example report by old communes sums to the truth."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from dashboard.reference.communes import commune_by_code, communes
from dashboard.reference.old_communes import old_commune_by_code, old_communes

COUNTS = ("total", "verified", "unverified", "locked_one_way", "locked_two_way")


def test_there_were_547_in_26_districts():
    assert Counter(old.kind for old in old_communes()) == {"xã": 452, "phường": 63, "thị trấn": 32}
    assert len({old.district for old in old_communes()}) == 26


def test_codes_are_unique_and_in_order():
    codes = [old.code for old in old_communes()]
    assert codes == sorted(set(codes))


def test_a_name_is_unique_within_its_district():
    assert len({(old.district, old.name) for old in old_communes()}) == 547


def test_ten_were_divided():
    divided = {old.name: len(old.parts) for old in old_communes() if old.is_divided}
    assert len(divided) == 10
    assert divided["Thị trấn Thiệu Hóa"] == 3


def test_counts_go_whole_into_the_first_part():
    for old in old_communes():
        assert [part.share for part in old.parts] == [1.0] + [0.0] * (len(old.parts) - 1)


def test_every_part_is_a_commune_that_names_the_old_one():
    for old in old_communes():
        for part in old.parts:
            assert old.code in commune_by_code()[part.commune_code].old_communes


def test_every_commune_of_today_takes_some_counts():
    assert {old.commune_code for old in old_communes()} == {commune.code for commune in communes()}


def test_the_same_code_can_be_two_areas():
    assert commune_by_code()["14758"].name == "Phường Hàm Rồng"
    assert old_commune_by_code()["14758"].name == "Phường Đông Thọ"


@pytest.mark.parametrize("week", ["2026-10-28", "2026-11-04", "2026-11-11"])
def test_example_by_old_communes_sums_to_the_truth(examples: Path, week: str):
    book = CalamineWorkbook.from_path(examples / f"vietnamobile_{week}.xlsx")
    rows = book.get_sheet_by_index(0).to_python()[3:]
    by_name = {(old.district, old.name): old for old in old_communes()}
    sums: dict[str, Counter[str]] = {commune.code: Counter() for commune in communes()}
    for district, name, *counts in rows:
        code = by_name[str(district), str(name)].commune_code
        sums[code].update(dict(zip(COUNTS, map(int, counts), strict=True)))
    assert {code: dict(counts) for code, counts in sums.items()} == truth(examples, week)


def truth(examples: Path, week: str) -> dict[str, dict[str, int]]:
    with (examples / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if (row["week"], row["carrier"]) == (week, "vietnamobile")
        ]
    return {row["code"]: {count: int(row[count]) for count in COUNTS} for row in rows}
