"""The list of checks on the page."""

import pytest

from dashboard.intake.catalogue import catalogue
from dashboard.reference.policy import policy
from dashboard.views.checks import as_table, severity_words


def test_each_check_is_a_row_of_four_cells_without_markup_of_its_own():
    rows = as_table(catalogue().values()).splitlines()[2:]
    assert len(rows) == len(catalogue())
    assert all(row.count("|") == 5 for row in rows)
    assert "\\*\\.xlsx" in next(row for row in rows if "html" in row)


def test_a_severity_of_the_department_is_marked(monkeypatch: pytest.MonkeyPatch):
    check = catalogue()["negative_count"]
    assert severity_words(check) == "Lỗi / Cảnh báo"
    monkeypatch.setattr(policy().checks.__class__, "severity", lambda _, rule, own: "warning")
    assert severity_words(check) == "Cảnh báo (do Sở đặt)"
