"""Cells to counts: every way of writing a whole number gives that number, everything else gives none."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.counts import BLANKS, LARGEST_COUNT, Count, Flaw, parse_count
from dashboard.intake.reading.sheet import CellValue

WHOLE = st.integers(0, LARGEST_COUNT)
SIGNS = st.sampled_from([".", ",", "'", *BLANKS])
PADDING = st.text(st.sampled_from(BLANKS), max_size=2)


@given(WHOLE)
def test_a_whole_number_is_itself_as_integer_float_or_text(number: int):
    for cell in (number, float(number), str(number)):
        assert parse_count(cell) == Count(number)


@given(WHOLE, SIGNS, PADDING, PADDING)
def test_thousands_may_be_grouped_by_any_sign(number: int, sign: str, before: str, after: str):
    text = f"{number:,}".replace(",", sign)
    assert parse_count(before + text + after) == Count(number)


@given(WHOLE, st.sampled_from([",0", ".0", ",00", ".000000"]))
def test_decimals_of_zero_are_none_where_they_cannot_be_thousands(number: int, decimals: str):
    assert parse_count(f"{number}{decimals}") == Count(number)


@given(st.integers(1, LARGEST_COUNT), SIGNS)
def test_a_number_below_zero_is_negative_however_it_is_written(number: int, sign: str):
    grouped = f"{number:,}".replace(",", sign)
    for cell in (-number, float(-number), f"-{number}", f"−{grouped}", f"- {number}"):
        assert parse_count(cell) == Count(None, Flaw.NEGATIVE)


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_a_fraction_is_not_whole(whole: int, part: int):
    for point in ".,":
        assert parse_count(f"{whole}{point}{part:02d}").flaw is Flaw.NOT_WHOLE
    assert parse_count(whole + part / 100).flaw in (Flaw.NOT_WHOLE, Flaw.IMPLAUSIBLE)


@given(st.integers(LARGEST_COUNT + 1, 10**30))
def test_a_number_beyond_any_carrier_is_implausible(number: int):
    assert parse_count(number) == parse_count(str(number)) == Count(None, Flaw.IMPLAUSIBLE)


@given(st.text())
def test_no_text_gives_a_number_that_its_digits_do_not_say(text: str):
    count = parse_count(text)
    digits = re.sub(r"[^0-9]", "", re.sub(r"[.,]0*$", "", text.strip()))
    if count.value is None:
        assert count.flaw is not None
    else:
        assert str(count.value) in (digits.lstrip("0") or "0", re.sub(r"[^0-9]", "", text).lstrip("0") or "0")


@given(st.floats())
def test_no_float_makes_it_fail(number: float):
    count = parse_count(number)
    assert (count.value is None) != (count.flaw is None)


@pytest.mark.parametrize(
    ("cell", "flaw"),
    [
        (None, Flaw.EMPTY),
        ("  ", Flaw.EMPTY),
        ("-", Flaw.NOT_A_NUMBER),
        ("x", Flaw.NOT_A_NUMBER),
        ("12 TB", Flaw.NOT_A_NUMBER),
        ("1e5", Flaw.NOT_A_NUMBER),
        ("--5", Flaw.NOT_A_NUMBER),
        ("(5)", Flaw.NOT_A_NUMBER),
        ("1.23.456", Flaw.NOT_A_NUMBER),
        ("12.34.567", Flaw.NOT_A_NUMBER),
        ("1.234,567.890", Flaw.NOT_A_NUMBER),
        ("٣", Flaw.NOT_A_NUMBER),
        ("9" * 5000, Flaw.NOT_A_NUMBER),
        (True, Flaw.NOT_A_NUMBER),
        (date(2026, 11, 11), Flaw.NOT_A_NUMBER),
        (float("nan"), Flaw.NOT_A_NUMBER),
        ("0,5", Flaw.NOT_WHOLE),
        ("0.123", Flaw.NOT_WHOLE),
        ("1.234,5", Flaw.NOT_WHOLE),
        ("1,234.5", Flaw.NOT_WHOLE),
    ],
)
def test_what_is_no_count_says_why(cell: CellValue, flaw: Flaw):
    assert parse_count(cell) == Count(None, flaw)
