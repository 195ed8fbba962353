"""Finding the header, wherever and in how many rows it stands."""

from dataclasses import replace

from dashboard.intake.layout.header import column_meant, find_headers
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow
from tests.intake.reports import HEADER, good_rows, sheet_of

TWO_ROWS = (
    (
        "TT",
        "Xã/phường",
        "Tổng số thuê bao phải xác thực",
        "Kết quả",
        None,
        "Thuê bao bị khóa",
        None,
        "Ghi chú",
    ),
    (None, None, None, "Đã xác thực", "Chưa xác thực", "1 chiều", "2 chiều"),
)
THREE_ROWS = (
    ("Mã xã", "Tên xã", "Tổng số", "Tình hình xác thực và khóa"),
    (None, None, None, "Đã xác thực", "Chưa xác thực", "Khóa", None),
    (None, None, None, None, None, "1 chiều", "2 chiều"),
)


def sheet(*rows: tuple[CellValue, ...], start: int = 1, name: str = "T1") -> Sheet:
    return Sheet(name, tuple(SheetRow(number, row) for number, row in enumerate(rows, start=start)))


def test_a_header_of_one_row_is_found_below_the_letterhead():
    [header] = find_headers((sheet_of(good_rows()),))
    assert (header.first_row, header.last_row) == (2, 2)
    assert header.columns["locked_two_way_count"] == 6
    assert header.missing == ()


def test_a_label_merged_over_several_columns_is_read_with_those_below_it():
    [header] = find_headers((sheet(*TWO_ROWS, start=7),))
    assert (header.first_row, header.last_row) == (7, 8)
    assert [header.columns[column] for column in COUNT_COLUMNS] == [2, 3, 4, 5, 6]
    assert header.columns["note"] == 7


def test_a_header_may_take_three_rows():
    [header] = find_headers((sheet(*THREE_ROWS),))
    assert (header.first_row, header.last_row) == (1, 3)
    assert header.missing == ()


def test_rows_with_a_gap_between_them_are_no_header_together():
    upper, lower = TWO_ROWS
    found = find_headers((Sheet("T1", (SheetRow(1, upper), SheetRow(3, lower))),))
    assert all(header.first_row == header.last_row for header in found)


def test_columns_may_come_in_any_order_and_unknown_labels_are_kept():
    [header] = find_headers((sheet(("Khóa 2C", "Ý kiến", *HEADER[1:6])),))
    assert header.columns["locked_two_way_count"] == 0
    assert header.unknown == {1: "Ý kiến"}


def test_a_sentence_that_uses_the_words_is_no_header():
    assert find_headers((sheet(("Tổng số", "Báo cáo kết quả xác thực thông tin thuê bao")),)) == ()
    assert find_headers(()) == ()


def test_a_visible_sheet_comes_before_a_hidden_one():
    hidden = replace(sheet_of(good_rows(), name="cũ"), is_visible=False)
    header, _ = find_headers((hidden, sheet_of(good_rows(), name="mới")))
    assert header.sheet.name == "mới"


def test_a_place_alone_is_missing_when_only_counts_are_there():
    [header] = find_headers((sheet(HEADER[2:]),))
    assert header.missing == ("commune_name",)


def test_labels_above_one_another_mean_more_than_the_lowest_alone():
    assert column_meant(("Thuê bao bị khóa", "2 chiều")) == "locked_two_way_count"
    assert column_meant(("SIM rác", "Đã xử lý")) == "junk_sim_handled_count"
    assert column_meant(("Báo cáo tuần", "Đã xác thực")) == "verified_count"
    assert column_meant(("Khóa 1 chiều (chiều gọi đi)",)) == "locked_one_way_count"
    assert column_meant(("Số TB đã được xác thực thông tin",)) == "verified_count"
    assert column_meant(("Khác",)) is None
    assert column_meant(()) is None
