"""Communes that the report says nothing of."""

from dashboard.store.database import Store
from tests.intake.reports import changed, examined, found, good_rows, sheet_of


def test_missing_communes_are_all_named_in_one_warning(store: Store):
    sheet = sheet_of(good_rows()[20:])
    [finding] = found(store, "missing_communes", sheet)
    assert finding.severity == "warning"
    assert "20 trong 166" in finding.message
    assert all(str(row[1]) in finding.message for row in good_rows()[:20])
    assert examined(store, sheet).receipt.status == "accepted_with_warnings"


def test_a_commune_whose_row_has_a_flaw_is_not_missing(store: Store):
    assert not found(store, "missing_communes", sheet_of(changed(3, 2, "?")))


def test_all_communes_are_no_finding(store: Store):
    assert not found(store, "missing_communes", sheet_of(good_rows()))
