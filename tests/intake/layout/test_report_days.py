"""The day a report speaks for."""

from datetime import date

import pytest

from dashboard.intake.layout.report_days import (
    days_in_content,
    days_in_name,
    days_spoken_for,
    doubtful_days,
)
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow

DAY = date(2026, 10, 28)


def titled(*texts: CellValue) -> tuple[Sheet, ...]:
    return (Sheet("T1", tuple(SheetRow(number, (text,)) for number, text in enumerate(texts, start=1))),)


@pytest.mark.parametrize(
    "text",
    [
        "(Kỳ báo cáo: từ ngày 22/10/2026 đến ngày 28/10/2026)",
        "Tuần báo cáo 28/10/2026",
        "Báo cáo ngày 28/10/2026",
        "Tuần 44 (22/10 - 28/10/2026)",
        "Số liệu tính đến hết ngày 28-10-2026",
        "BÁO CÁO TUẦN ngày 28 tháng 10 năm 2026",
        "theo Thông tư 08/2026/TT-BKHCN ngày 31/3/2026, tuần từ 22/10/2026 đến 28/10/2026",
    ],
)
def test_words_of_a_period_introduce_the_day(text: str):
    assert days_spoken_for(text) == (DAY,)


@pytest.mark.parametrize(
    "text",
    ["Thanh Hóa, ngày 28 tháng 10 năm 2026", "theo Thông tư 08/2026/TT-BKHCN ngày 31/3/2026", "Danh sách"],
)
def test_other_days_are_not_introduced(text: str):
    assert days_spoken_for(text) == ()


def test_the_day_of_the_letter_counts_only_where_nothing_else_is_said():
    letter = "Thanh Hóa, ngày 29 tháng 10 năm 2026"
    assert days_in_content(titled(letter, "Kỳ báo cáo: 28/10/2026"), None) == (DAY,)
    on_wednesday = titled("Thanh Hóa, ngày 28 tháng 10 năm 2026")
    assert days_in_content(on_wednesday, None) == (DAY,)
    assert doubtful_days(on_wednesday, None) == ()


def test_a_letter_of_another_weekday_leaves_the_round_open():
    sheets = titled("Thanh Hóa, ngày 29 tháng 10 năm 2026")
    assert days_in_content(sheets, None) == ()
    assert doubtful_days(sheets, None) == (date(2026, 10, 29),)


@pytest.mark.parametrize(
    "text",
    [
        "Kỳ báo cáo 04/11/2026 (so với kỳ báo cáo 28/10/2026)",
        "Kỳ báo cáo: từ ngày 04/11/2026 đến ngày 28/10/2026",
    ],
)
def test_two_rounds_in_one_row_are_both_told(text: str):
    assert days_spoken_for(text) == (date(2026, 11, 4), DAY)


def test_a_day_only_compared_with_is_not_spoken_for():
    assert days_spoken_for("Kỳ báo cáo 28/10/2026 (so với ngày 21/10/2026)") == (DAY,)


def test_from_to_alone_is_a_period_where_nothing_introduces_another():
    period = "Từ ngày 21/10/2026 đến ngày 28/10/2026"
    assert days_in_content(titled(period), None) == (DAY,)
    assert days_in_content(titled("Xác thực từ 15/04/2026 đến 15/04/2027", f"Kỳ báo cáo {period}"), None) == (
        DAY,
    )


def test_a_round_named_after_another_paper_is_spoken_for():
    assert days_spoken_for("Công văn 12 ngày 01/10/2026 - Kỳ báo cáo 28/10/2026") == (DAY,)


def test_the_day_of_a_circular_never_counts():
    assert days_in_content(titled("Thực hiện Thông tư số 08/2026/TT-BKHCN ngày 31/3/2026"), None) == ()


def test_a_real_date_in_its_own_cell_is_read_with_the_label_beside_it():
    sheet = Sheet("T1", (SheetRow(1, ("Tuần báo cáo", DAY)),))
    assert days_in_content((sheet,), None) == (DAY,)


def test_of_several_days_in_a_name_the_last_one_ends_the_period():
    assert days_in_name("VNPT 22.10.2026-28.10.2026.xlsx") == (DAY,)
    assert days_in_name("bao-cao.xlsx") == ()
