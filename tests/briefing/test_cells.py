"""Cells as spreadsheets should have them."""

from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from dashboard.briefing.cells import cells, header, is_like_a_formula
from dashboard.reference.columns import columns


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, None], [1, None]),
        ([0.5, float("nan"), float("inf")], [0.5, None, None]),
        ([True, False, None], ["Có", "Không", None]),
        ([date(2026, 11, 11)], [date(2026, 11, 11)]),
        ([["viettel", "wintel"], []], ["viettel, wintel", ""]),
    ],
)
def test_values_become_what_a_cell_can_hold(values: list[object], expected: list[object]):
    assert cells(pa.chunked_array([pa.array(values)])) == expected


def test_moments_are_told_by_the_departments_clock_and_lose_their_zone():
    moments = pa.chunked_array([pa.array([datetime(2026, 11, 11, 18, 30, tzinfo=UTC)])])
    assert cells(moments) == [datetime(2026, 11, 12, 1, 30)]  # noqa: DTZ001 - a spreadsheet has no zones


def test_a_header_names_the_unit_of_what_is_measured_and_not_of_what_is_counted():
    assert header(columns()["verified_pct"]) == "Tỷ lệ xác thực (%)"
    assert header(columns()["area_km2"]) == "Diện tích (km²)"
    assert header(columns()["verified_count"]) == "Thuê bao đã xác thực"
    assert header(columns()["commune_name"]) == "Xã, phường"


def test_what_only_looks_like_a_formula_inside_is_none():
    assert not is_like_a_formula("Xã Đồng Tiến (= cũ)")
    assert not is_like_a_formula("")
    assert is_like_a_formula("  =1")
