"""Suggestions for a header that nobody understands."""

import pytest

from dashboard.intake.layout.proposal import guesses, header_at, header_rows
from tests.intake.reports import HEADER, good_rows, sheet_of

STRANGE = ("Số hiệu", "Nơi", "Quy mô", "Xong", "Tồn đọng", "Dừng đi", "Dừng hẳn")


def test_only_rows_of_words_can_be_a_header():
    sheet = sheet_of(good_rows(), STRANGE)
    assert [row.number for row in header_rows(sheet)] == [2]
    assert header_rows(sheet_of(good_rows()[1:], good_rows()[0])) == ()


def test_a_column_of_names_or_codes_is_known_by_its_cells():
    header = header_at(sheet_of(good_rows(), STRANGE), 2, 1)
    assert header is not None
    found = guesses(header)
    assert {name: guess.index for name, guess in found.items()} == {"commune_code": 0, "commune_name": 1}
    assert {guess.score for guess in found.values()} == {100}


@pytest.mark.parametrize("untitled", [0, 1])
def test_a_column_without_a_title_is_no_suggestion(untitled: int):
    texts = ["" if index == untitled else text for index, text in enumerate(STRANGE)]
    header = header_at(sheet_of(good_rows(), texts), 2, 1)
    assert header is not None
    assert {guess.index for guess in guesses(header).values()} == {0, 1} - {untitled}


@pytest.mark.parametrize(
    ("written", "column"),
    [("Thuê bao đã xác thựt", "verified_count"), ("Khóa 1 chìu", "locked_one_way_count")],
)
def test_a_word_with_a_slip_is_a_suggestion_with_its_score(written: str, column: str):
    place = {"verified_count": 3, "locked_one_way_count": 5}[column]
    texts = [written if index == place else text for index, text in enumerate(STRANGE)]
    header = header_at(sheet_of(good_rows(), texts), 2, 1)
    assert header is not None
    guess = guesses(header)[column]
    assert guess.index == place
    assert 85 <= guess.score < 100


def test_what_the_words_say_is_certain_and_what_stands_twice_is_left_open():
    header = header_at(sheet_of([[*row, 1] for row in good_rows()], (*HEADER, "Đã XT")), 2, 1)
    assert header is not None
    found = guesses(header)
    assert found["total_count"].score == 100
    assert "verified_count" not in found or found["verified_count"].score < 101
    assert len({guess.index for guess in found.values()}) == len(found)


def test_rows_that_are_not_there_are_no_header():
    sheet = sheet_of(good_rows(), STRANGE)
    assert header_at(sheet, 500, 1) is None
    assert header_at(sheet, 168, 3) is None
