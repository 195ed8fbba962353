"""Sources that name different carriers."""

from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.reports import examined, found, good_rows, sheet_of


def by_viettel() -> Sheet:
    sheet = sheet_of(good_rows())
    return Sheet(sheet.name, (SheetRow(1, ("VIETTEL THANH HÓA", "Tuần báo cáo 11/11/2026")), *sheet.rows[1:]))


def test_content_against_what_was_given_is_an_error(store: Store):
    [finding] = found(store, "carrier_disagrees", by_viettel(), file_name="x.xlsx", carrier_code="mobifone")
    assert finding.severity == "error"
    assert "MobiFone" in finding.message
    assert "Viettel" in finding.message


def test_content_against_the_file_name_is_an_error(store: Store):
    [finding] = found(store, "carrier_disagrees", by_viettel(), file_name="mobifone.xlsx")
    assert finding.severity == "error"


def test_a_file_name_against_what_was_given_only_warns(store: Store):
    examination = examined(store, by_viettel(), file_name="mobifone.xlsx", carrier_code="viettel")
    assert examination.receipt.status == "accepted_with_warnings"
    assert examination.receipt.carrier_code == "viettel"


def test_sources_that_agree_are_no_finding(store: Store):
    assert not found(
        store, "carrier_disagrees", by_viettel(), file_name="viettel.xlsx", carrier_code="viettel"
    )
