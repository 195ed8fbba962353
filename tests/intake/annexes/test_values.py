"""Cells of annexes as days, degrees, choices and communes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.annexes.read import read_annexes
from dashboard.intake.annexes.tables import find_annexes
from dashboard.intake.annexes.values import (
    commune_spoken_of,
    day_of,
    degrees_of,
    is_whole_province,
    point_kind_of,
    yes_or_no,
)
from dashboard.intake.matching.aliases import Alias, Written
from dashboard.intake.matching.places import Lists
from dashboard.intake.reading.sheet import CellValue
from dashboard.reference.communes import Commune, communes
from tests.intake.annex_sheets import HAC_THANH, annexes_of, sims


@pytest.mark.parametrize("text", ["25/11/2026", "25-11-2026", "2026-11-25", "ngày 25 tháng 11 năm 2026"])
def test_a_day_in_words_is_a_day(text: str):
    assert day_of(text) == date(2026, 11, 25)


@pytest.mark.parametrize(
    "value", ["31/02/2026", "cuối tháng", "25/11", 46000, date(1926, 11, 25), True, None]
)
def test_what_is_no_day_of_these_years_is_none(value: CellValue):
    assert day_of(value) is None


def test_two_days_in_a_cell_are_none_of_them():
    assert day_of("20/11/2026-25/11/2026") is None


@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back_as_cell_and_as_text(day: date):
    assert day_of(day) == day_of(f"{day:%d/%m/%Y}") == day


def test_degrees_with_comma_or_point():
    assert degrees_of("19,8067") == degrees_of("19.8067") == degrees_of(19.8067) == 19.8067
    assert (
        degrees_of("19°48'") is degrees_of("105 độ") is degrees_of(None) is degrees_of(float("nan")) is None
    )


def test_choices_are_read_without_accents_and_never_guessed():
    assert (point_kind_of("Cố định"), point_kind_of("luu dong"), point_kind_of("xe")) == (
        "fixed",
        "mobile",
        None,
    )
    assert (yes_or_no("Có"), yes_or_no("KHÔNG"), yes_or_no("tùy")) == (True, False, None)
    assert is_whole_province("")
    assert is_whole_province("Toàn tỉnh")
    assert not is_whole_province("Phường Hạc Thành")


@given(st.sampled_from(communes()))
def test_a_commune_is_known_by_code_by_name_and_by_both(commune: Commune):
    for row in ((commune.code, None, 1), (int(commune.code), commune.name, 1), (None, commune.name, 1)):
        [result] = annexes_of(sims(row)).sim_results
        assert result.commune_code == commune.code


def test_a_name_of_before_is_not_taken_and_the_commune_of_today_is_suggested():
    [problem] = annexes_of(sims((None, "Phường Nam Ngạn", 1))).problems
    assert [place.name for place in problem.others] == ["Phường Hàm Rồng"]


def test_a_code_against_its_name_is_none():
    row = next(iter(annexes_of(sims((HAC_THANH, "Phường Hàm Rồng", 1))).tables)).rows[0]
    spoken = commune_spoken_of(row)
    assert spoken.commune_code is None
    assert {place.code for place in spoken.others} == {"14758", HAC_THANH}


def test_a_name_that_was_confirmed_is_known_in_an_annex_too():
    sheet = sims((None, "P. Hạc Thành cũ", 7))
    written = Written(Lists.TODAY, "P. Hạc Thành cũ")
    aliases = {written.key: Alias(written, HAC_THANH)}
    assert annexes_of(sheet).sim_results == ()
    [result] = read_annexes(find_annexes((sheet,), None), aliases).sim_results
    assert (result.commune_code, result.counts["junk_sim_found_count"]) == (HAC_THANH, 7)
