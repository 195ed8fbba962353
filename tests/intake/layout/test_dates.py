"""Dates in running text and in names of files."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.layout.dates import dates_in

FORMS = (
    "{0:%d/%m/%Y}",
    "{0.day}/{0.month}/{0.year}",
    "{0:%d-%m-%Y}",
    "{0:%d.%m.%Y}",
    "{0:%d_%m_%Y}",
    "{0:%Y-%m-%d}",
    "{0:%Y%m%d}",
    "{0:%d%m%Y}",
    "ngày {0.day} tháng {0.month} năm {0.year}",
    "NGÀY {0:%d} THÁNG {0:%m} NĂM {0:%Y}",
)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_a_date_is_found_in_any_form(day: date, form: str):
    found = [it.day for it in dates_in(f"Kỳ báo cáo {form.format(day)} (tuần)")]
    is_ambiguous = form == "{0:%d%m%Y}" and day.day == 20  # 20112026 is also 2011-20-26, which is none
    assert found == [day] or is_ambiguous


@pytest.mark.parametrize(
    "text",
    ["Thông tư 08/2026/TT-BKHCN", "ngày 31/02/2026", "số 28/10", "0912345678", "1.234.567", "99/99/2026"],
)
def test_what_is_no_date_is_none(text: str):
    assert not list(dates_in(text))


def test_the_text_before_each_date_reaches_back_to_the_one_before():
    found = list(dates_in("từ ngày 22/10/2026 đến ngày 28/10/2026"))
    assert [(it.day.day, it.before) for it in found] == [(22, "tu ngay "), (28, " den ngay ")]
