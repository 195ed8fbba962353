"""Reports that do not say of which round they are."""

from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.reports import ROUND_ON, examined, found, good_rows, sheet_of


def titled(*title: str) -> Sheet:
    sheet = sheet_of(good_rows())
    return Sheet(sheet.name, (SheetRow(1, title), *sheet.rows[1:]))


def test_a_report_without_any_date_is_refused(store: Store):
    [finding] = found(store, "round_unknown", titled("Báo cáo kết quả"))
    assert finding.severity == "error"


def test_a_report_of_two_rounds_is_refused_by_their_dates(store: Store):
    sheet = Sheet("SoLieu", (*titled("Kỳ báo cáo 04/11/2026", "Tuần báo cáo 11/11/2026").rows,))
    other = Sheet("Khác", (SheetRow(1, ("Số liệu đến ngày 04/11/2026",)),))
    [finding] = found(store, "round_unknown", sheet, other)
    assert "11/11/2026" in finding.message
    assert "04/11/2026" in finding.message


def test_two_rounds_in_one_row_are_refused_whatever_the_name_says_until_one_is_given(store: Store):
    sheet = titled("Kỳ báo cáo 11/11/2026 (so với kỳ báo cáo 04/11/2026)")
    for name in ("mobifone.xlsx", "mobifone_2026-11-04.xlsx"):
        [finding] = found(store, "round_unknown", sheet, file_name=name)
        assert finding.severity == "error"
        assert "11/11/2026, 04/11/2026" in finding.message
    given = examined(store, sheet, round_on=ROUND_ON).receipt
    assert (given.status, given.round_on) == ("accepted", ROUND_ON)


def test_a_letter_of_another_weekday_is_refused_with_the_two_rounds_it_could_be(store: Store):
    sheet = titled("Thanh Hóa, ngày 12 tháng 11 năm 2026")
    [finding] = found(store, "round_unknown", sheet)
    assert "kỳ 11/11/2026 hoặc 18/11/2026" in finding.message
    assert examined(store, sheet, file_name="mobifone_2026-11-11.xlsx").receipt.round_on == ROUND_ON
    assert examined(store, sheet, round_on=ROUND_ON).receipt.status == "accepted"


def test_the_round_is_known_when_given_or_in_the_name(store: Store):
    given = examined(store, titled("Báo cáo"), round_on=ROUND_ON)
    named = examined(store, titled("Báo cáo"), file_name="mobifone_11.11.2026.xlsx")
    assert given.receipt.round_on == named.receipt.round_on == ROUND_ON
