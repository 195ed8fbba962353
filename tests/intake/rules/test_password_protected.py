"""Workbooks that open with a password only."""

from dashboard.intake.reading.sheet import Fault
from dashboard.store.database import Store
from tests.intake.reports import found, good_rows, sheet_of


def test_a_workbook_with_a_password_is_refused(store: Store):
    [finding] = found(store, "password_protected", fault=Fault("password_protected"))
    assert finding.severity == "error"
    assert "mật khẩu" in finding.message


def test_a_workbook_without_one_is_not(store: Store):
    assert not found(store, "password_protected", sheet_of(good_rows()))
