"""The words of headers and labels."""

import pytest

from dashboard.intake.layout.vocabulary import (
    COUNT_COLUMNS,
    PLACE_COLUMNS,
    header_columns,
    phrase_key,
    row_label,
    without_enumeration,
)


@pytest.mark.parametrize(
    "text",
    [
        "Số TB chưa XT",
        "CHUA_XAC_THUC",
        "Thuê bao chưa xác thực",
        "chưa  xác\nthực",
        "Chưa xác thực (4)=(2)-(3)",
    ],
)
def test_ways_of_writing_a_header_have_one_key(text: str):
    assert phrase_key(text) == "chua xac thuc"
    assert header_columns()[phrase_key(text)] == "unverified_count"


def test_words_that_add_nothing_do_not_vanish_when_they_stand_alone():
    assert phrase_key("Số TB") == "so tb"
    assert "" not in header_columns()


def test_every_column_a_report_needs_can_be_named():
    assert {*COUNT_COLUMNS, *PLACE_COLUMNS} <= set(header_columns().values())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("TỔNG CỘNG", "total"),
        ("Cộng", "total"),
        ("Tổng cộng (166 xã, phường)", "total"),
        ("Toàn tỉnh", "total"),
        ("Cộng huyện Hà Trung", "subtotal"),
        ("II. Phương án xử lý: nhắn tin", "plan"),
        ("Xã Tống Sơn", None),
        ("Tổng Công ty", None),
    ],
)
def test_a_label_says_what_its_row_is(text: str, label: str | None):
    assert row_label(text) == label


def test_the_number_that_lists_a_text_is_no_part_of_it():
    assert without_enumeration("II. Huyện Hà Trung") == "Huyện Hà Trung"
    assert without_enumeration("3) Xã") == "Xã"
    assert without_enumeration("Xã Vân Du") == "Xã Vân Du"
