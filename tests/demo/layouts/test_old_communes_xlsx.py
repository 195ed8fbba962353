"""The workbook by the communes of before July 2025."""

from collections import defaultdict
from collections.abc import Callable
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dashboard.demo.events import EventKind
from dashboard.demo.layouts.old_communes_xlsx import old_communes_xlsx
from dashboard.demo.report import COUNT_NAMES, Report
from dashboard.reference.old_communes import old_communes


def rows_of(written: Report) -> list[tuple]:
    sheet = load_workbook(BytesIO(old_communes_xlsx(written)), read_only=True).active
    return list(sheet.iter_rows(min_row=4, values_only=True))


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**32), without_divided=st.booleans())
def test_rows_add_up_by_themselves_and_to_todays_communes(
    seed: int, without_divided: bool, report: Callable[..., Report]
):
    events = (EventKind.DIVIDED_LEFT_OUT,) if without_divided else ()
    written = report("vietnamobile", *events, seed=seed)
    rows = rows_of(written)
    assert len(rows) == (537 if without_divided else 547)
    for _, _, total, verified, unverified, one_way, two_way in rows:
        assert total == verified + unverified
        assert one_way + two_way <= unverified
        assert min(verified, unverified, one_way, two_way) >= 0
    assert summed(rows) == {
        row["commune_code"]: tuple(row[name] for name in COUNT_NAMES) for row in written.counts().to_pylist()
    }


def summed(rows: list[tuple]) -> dict[str, tuple[int, ...]]:
    code_of = {(old.district, old.name): old.commune_code for old in old_communes()}
    sums: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for district, name, *counts in rows:
        code = code_of[district, name]
        sums[code] = [have + more for have, more in zip(sums[code], counts, strict=True)]
    return {code: tuple(counts) for code, counts in sums.items()}


def test_the_sheet_says_whose_it_is_and_that_it_is_simulated(report: Callable[..., Report]):
    sheet = load_workbook(BytesIO(old_communes_xlsx(report("vietnamobile")))).active
    assert sheet["A1"].value == "VIETNAMOBILE - CHI NHÁNH THANH HOÁ (SỐ LIỆU MÔ PHỎNG)"
    assert sheet["A2"].value == "Báo cáo ngày 04/11/2026"
