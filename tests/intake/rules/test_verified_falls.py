"""Fewer verified than in the carrier's last report."""

from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import changed, examined, found, good_rows, sheet_of


def of_week(day: str, sheet: Sheet) -> Sheet:
    return Sheet(sheet.name, (SheetRow(1, (f"Tuần báo cáo {day}",)), *sheet.rows[1:]))


def fallen(verified: int) -> Sheet:
    rows = changed(3, 3, verified)
    rows[0][4] = 100 - verified
    return of_week("11/11/2026", sheet_of(rows))


def test_a_fall_beyond_what_the_policy_allows_is_a_warning_with_both_counts(store: Store):
    store_examined(examined(store, of_week("28/10/2026", sheet_of(good_rows()))), store)
    [finding] = found(store, "verified_falls", fallen(60), content=b"next")
    assert (finding.severity, finding.row, finding.column) == ("warning", 3, "D")
    assert "từ 70 (kỳ 28/10/2026) xuống 60" in finding.message


def test_a_small_fall_another_carrier_or_a_later_round_is_no_finding(store: Store):
    store_examined(examined(store, of_week("28/10/2026", sheet_of(good_rows()))), store)
    assert not found(store, "verified_falls", fallen(69), content=b"next")
    assert not found(store, "verified_falls", fallen(60), file_name="wintel.xlsx", content=b"next")
    earlier = of_week("21/10/2026", fallen(60))
    assert not found(store, "verified_falls", earlier, content=b"next")


def test_a_few_people_may_move_away(store: Store):
    store_examined(examined(store, of_week("28/10/2026", sheet_of(good_rows()))), store)
    assert not found(store, "verified_falls", fallen(61), content=b"next")


def test_without_a_report_before_there_is_nothing_to_compare(store: Store):
    assert not found(store, "verified_falls", fallen(1))
