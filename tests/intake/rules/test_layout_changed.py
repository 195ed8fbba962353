"""A table that is not laid out as the carrier's was."""

from datetime import date

import pytest

from dashboard.intake.layout.confirmed import confirm_layout
from dashboard.intake.layout.known import Layout
from dashboard.reference.columns import columns
from dashboard.store.database import Store
from tests.intake.layout.test_drift import COLUMNS
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of

RULE = "layout_changed"


@pytest.fixture
def known(store: Store) -> Store:
    """MobiFone's second layout is the header of these tests and a column of junk SIMs."""
    texts = (*HEADER, "SIM rác")
    confirm_layout(
        store,
        Layout("mobifone", 2, date(2026, 11, 4), texts, COLUMNS | {"junk_sim_found_count": 7}),
        "Lan",
    )
    return store


def test_a_known_layout_is_no_finding(known: Store):
    sheet = sheet_of([[*row, 1] for row in good_rows()], (*HEADER, "SIM rác"))
    assert found(known, RULE, sheet) == []


def test_a_column_that_is_read_no_more_is_a_warning_that_says_since_when(known: Store):
    [finding] = found(known, RULE, sheet_of(good_rows()))
    assert (finding.severity, finding.row) == ("warning", 2)
    assert "khác mẫu gần nhất của MobiFone (phiên bản 2, từ 04/11/2026): không còn cột" in finding.message
    assert columns()["junk_sim_found_count"].label in finding.message


def test_an_additional_or_renamed_column_is_told(known: Store):
    sheet = sheet_of(
        [[*row, 1, 2] for row in good_rows()], (*HEADER[:2], "Tổng TB", *HEADER[3:], "SIM rác", "Mới")
    )
    [finding] = found(known, RULE, sheet)
    assert finding.severity == "info"
    assert "đổi tiêu đề “Tổng số” thành “Tổng TB”; thêm cột không đọc “Mới”." in finding.message
    assert examined(known, sheet).receipt.status == "accepted"


def test_moved_columns_are_told(known: Store):
    rows = [[1, *row] for row in good_rows()]
    [finding] = found(known, RULE, sheet_of(rows, ("SIM rác", *HEADER)))
    assert finding.message.endswith("các cột đổi chỗ.")


def test_another_table_altogether_is_told_as_such(store: Store):
    [finding] = found(store, RULE, sheet_of(good_rows()))
    assert "không theo mẫu nào đã biết của MobiFone" in finding.message
    assert finding.severity == "info"


def test_the_departments_own_form_is_no_change(store: Store):
    form = tuple(columns()[name].label for name in COLUMNS)
    assert found(store, RULE, sheet_of(good_rows(), form)) == []


def test_without_a_carrier_nothing_is_compared(store: Store):
    assert found(store, RULE, sheet_of(good_rows()), file_name="x.xlsx") == []
