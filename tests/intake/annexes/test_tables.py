"""Further sheets are found by their headers."""

from dataclasses import replace

from dashboard.intake.annexes.tables import AnnexKind, find_annexes
from dashboard.intake.layout.header import find_headers
from dashboard.intake.reading.sheet import Sheet
from tests.intake.annex_sheets import HAC_THANH, POINT_HEADER, SIM_HEADER, annex, items, points, sims
from tests.intake.reports import good_rows, sheet_of

NAME = "Phường Hạc Thành"


def kinds_of(*sheets: Sheet) -> list[str]:
    return [table.kind for table in find_annexes(sheets, None)]


def test_each_kind_is_known_by_its_words_whatever_the_sheet_is_called():
    sheets = (
        sims((HAC_THANH, NAME, 1)),
        points(("Cố định", NAME, "1 Lê Lợi")),
        items(("Mở điểm", NAME, "1/12/2026")),
    )
    assert kinds_of(*sheets) == [AnnexKind.SIM_RESULTS, AnnexKind.SERVICE_POINTS, AnnexKind.PLAN_ITEMS]
    assert kinds_of(*(replace(sheet, name="Sheet2") for sheet in sheets)) == kinds_of(*sheets)


def test_a_table_with_one_of_the_five_counts_is_a_report_never_an_annex():
    assert kinds_of(annex("X", (*SIM_HEADER, "Đã xác thực"), (HAC_THANH, NAME, 1, 1, 1, 5))) == []


def test_hidden_sheets_and_the_report_itself_are_none():
    assert kinds_of(replace(sims((HAC_THANH, NAME, 1)), is_visible=False)) == []
    report = sheet_of(good_rows())
    assert find_annexes((report,), find_headers((report,))[0]) == ()


def test_rows_that_a_form_already_carries_say_nothing():
    [table] = find_annexes(
        (sims((HAC_THANH, NAME), ("", "Tổng cộng", 5, 5, 5), SIM_HEADER, (HAC_THANH, NAME, 0)),), None
    )
    assert [row.number for row in table.rows] == [7]
    assert table.notes == ()


def test_columns_and_words_that_nobody_knows_are_kept_to_be_told():
    sheet = annex("Điểm", (*POINT_HEADER, "Màu biển hiệu"), (), (None,) * 10 + ("đỏ",))
    [table] = find_annexes((sheet,), None)
    assert dict(table.unknown) == {10: "Màu biển hiệu"}
    assert (table.rows, table.notes) == ((), (5,))
