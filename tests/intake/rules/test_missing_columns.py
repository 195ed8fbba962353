"""Headers without all the columns that a report needs."""

import pytest

from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of


@pytest.mark.parametrize("index", range(2, 7))
def test_each_count_is_required_and_named_when_missing(index: int, store: Store):
    header = [*HEADER]
    header[index] = "Chỉ tiêu khác"
    examination = examined(store, sheet_of(good_rows(), header=header), carrier_code="mobifone")
    [finding] = [it for it in examination.receipt.findings if it.rule == "missing_columns"]
    assert "Chỉ tiêu khác" in finding.message
    assert (finding.row, examination.receipt.status) == (2, "rejected")
    assert examination.receipt.totals == dict.fromkeys(examination.receipt.totals)


def test_a_place_is_required(store: Store):
    header = ("", "", *HEADER[2:])
    [finding] = found(store, "missing_columns", sheet_of(good_rows(), header=header))
    assert "Xã, phường" in finding.message


def test_either_code_or_name_is_place_enough(store: Store):
    for index in (0, 1):
        header = ["" if index == column else text for column, text in enumerate(HEADER)]
        assert not found(store, "missing_columns", sheet_of(good_rows(), header=header))
