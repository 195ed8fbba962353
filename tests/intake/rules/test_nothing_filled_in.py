"""A form that came back empty."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import points
from tests.intake.reports import examined, found, good_rows, sheet_of

EMPTY = [[*row[:2]] for row in good_rows()]


def test_an_empty_form_is_refused_by_one_finding(store: Store):
    receipt = examined(store, sheet_of(EMPTY)).receipt
    assert receipt.status == "rejected"
    [error] = [finding for finding in receipt.findings if finding.severity == "error"]
    assert error.rule == "nothing_filled_in"
    assert "166 dòng" in error.message
    assert {"blank_counts", "missing_communes"}.isdisjoint(finding.rule for finding in receipt.findings)


def test_further_sheets_do_not_make_it_a_report(store: Store):
    [finding] = found(
        store, "nothing_filled_in", sheet_of(EMPTY), points(("Cố định", "Phường Hạc Thành", "A"))
    )
    assert "các trang tính khác" in finding.message


def test_a_half_filled_form_names_what_is_missing(store: Store):
    half = sheet_of([*good_rows()[:80], *EMPTY[80:]])
    receipt = examined(store, half, carrier_code="mobifone").receipt
    assert not found(store, "nothing_filled_in", half)
    assert receipt.communes_count == 80
    assert sum(finding.rule == "blank_counts" for finding in receipt.findings) == 86
    [missing] = found(store, "missing_communes", half)
    assert "Thiếu số liệu của 86 trong 166" in missing.message


def test_a_report_is_none(store: Store):
    assert not found(store, "nothing_filled_in", sheet_of(good_rows()))
