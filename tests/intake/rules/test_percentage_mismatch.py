"""Rates stated in the file against the counts beside them."""

import pytest

from dashboard.intake.reading.sheet import CellValue
from dashboard.intake.rules.percentage_mismatch import stated_rates
from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of


def with_rate(rate: CellValue) -> list[list[CellValue]]:
    return [[*row, rate] for row in good_rows()]


@pytest.mark.parametrize("rate", ["70", "70,00", "70.0%", "70 %", 70, 70.04, 0.7, "0,70", "#DIV/0!", None])
def test_a_rate_that_fits_or_says_nothing_is_no_finding(rate: CellValue, store: Store):
    assert not found(store, "percentage_mismatch", sheet_of(with_rate(rate), header=(*HEADER, "Tỷ lệ (%)")))


@pytest.mark.parametrize("rate", ["71", "70,2", 0.72, "0,72", "0,70 %", 7, 30.0])
def test_a_rate_that_contradicts_the_counts_is_a_warning_in_each_row(rate: CellValue, store: Store):
    sheet = sheet_of(with_rate(rate), header=(*HEADER, "Tỷ lệ (%)"))
    findings = found(store, "percentage_mismatch", sheet)
    assert len(findings) == 166
    assert (findings[0].row, findings[0].column) == (3, "H")
    assert "70,00\u00a0%" in findings[0].message
    assert examined(store, sheet).receipt.status == "accepted_with_warnings"


def test_a_number_up_to_one_may_be_a_share_as_text_too_unless_it_says_percent():
    assert stated_rates(0.7) == ((0.7, 0.1), (70.0, 10.0))
    assert stated_rates("0,7") == stated_rates(0.7)
    assert stated_rates("0,7 %") == ((0.7, 0.1),)


@pytest.mark.parametrize(("rate", "findings_count"), [("70", 0), (0.7, 0), ("71,5 %", 1)])
def test_the_rate_of_a_total_row_is_held_against_its_counts(
    rate: CellValue, findings_count: int, store: Store
):
    total: list[CellValue] = ["", "Tổng cộng", 16600, 11620, 4980, 830, 498, rate]
    sheet = sheet_of([*with_rate(70), total], header=(*HEADER, "Tỷ lệ (%)"))
    findings = found(store, "percentage_mismatch", sheet)
    assert [finding.row for finding in findings] == [169] * findings_count
