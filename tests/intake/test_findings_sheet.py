"""Our own sheet of findings, come back in a corrected file, is no part of the report."""

from dashboard.intake.findings_sheet import FINDINGS_SHEET, is_findings_sheet, without_findings_sheet
from dashboard.intake.reading.sheet import Reading, Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.reports import examined, good_rows, sheet_of

OURS = Sheet(FINDINGS_SHEET, (SheetRow(1, (FINDINGS_SHEET,)), SheetRow(9, ("Lỗi", "Viettel, kỳ 04/11/2026"))))


def test_it_is_left_out_and_the_rest_stays():
    report = sheet_of(good_rows())
    assert without_findings_sheet(Reading("xlsx", (OURS, report))).sheets == (report,)
    alone = Reading("xlsx", (report,))
    assert without_findings_sheet(alone) is alone


def test_a_sheet_that_is_only_named_so_is_read():
    other = Sheet(FINDINGS_SHEET, (SheetRow(1, ("Mã",)),))
    assert not is_findings_sheet(other)
    assert not is_findings_sheet(Sheet(FINDINGS_SHEET, ()))
    assert not is_findings_sheet(Sheet("Sheet1", OURS.rows))


def test_communes_carriers_and_days_named_on_it_ask_no_question(store: Store):
    named = tuple(SheetRow(20 + place, (*row[1:], "MobiFone")) for place, row in enumerate(good_rows()))
    ours = Sheet(FINDINGS_SHEET, (*OURS.rows, *named))
    assert (
        examined(store, ours, sheet_of(good_rows())).receipt == examined(store, sheet_of(good_rows())).receipt
    )
