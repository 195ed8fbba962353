"""Tables as people open them, read back by other programs than the one that wrote them."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from dashboard.briefing.tables import for_readers, table_as_csv, table_as_xlsx
from dashboard.briefing.workbook import Heading
from dashboard.measures import Scope, figures_by_commune, history_by_carrier
from dashboard.reference.columns import columns
from dashboard.store.database import Store
from tests.measures.reports import LAST, Report, counts, store_reports

MARK = "SỐ LIỆU MÔ PHỎNG"
HEADING = Heading("Tỷ lệ xác thực theo xã, phường", ("Kỳ 11/11/2026", "Nguồn: báo cáo của nhà mạng"), MARK)
TABLE = pa.table(
    {
        "commune_code": ["14797", "14758"],
        "commune_name": ["Phường Hạc Thành", '=HYPERLINK("http://x")'],
        "total_count": pa.array([1_234_567, None], pa.int64()),
        "verified_pct": pa.array([100 / 3, None], pa.float64()),
        "verified_pct_change": pa.array([-0.25, float("nan")], pa.float64()),
        "reported_on": pa.array([date(2026, 11, 4), None], pa.date32()),
        "received_at": pa.array([datetime(2026, 11, 11, 2, 5, tzinfo=UTC)] * 2, pa.timestamp("us", "UTC")),
        "is_partly_reported": [True, False],
    }
)
HEADER = [
    "Mã xã, phường",
    "Xã, phường",
    "Tổng số thuê bao phải xác thực",
    "Tỷ lệ xác thực (%)",
    "Thay đổi tỷ lệ so với kỳ trước (điểm %)",
    "Kỳ của số liệu",
    "Thời điểm nhận",
    "Chưa đủ nhà mạng báo cáo",
]


def opened(content: bytes) -> Worksheet:
    (sheet,) = openpyxl.load_workbook(BytesIO(content)).worksheets
    return sheet


def rows_of_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_workbook_says_what_it_is_and_then_holds_typed_cells():
    sheet = opened(table_as_xlsx(TABLE, HEADING))
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows[:5]] == [HEADING.title, MARK, *HEADING.lines, None]
    assert list(rows[5]) == HEADER
    assert rows[6] == (
        "14797",
        "Phường Hạc Thành",
        1_234_567,
        pytest.approx(100 / 3),
        -0.25,
        datetime(2026, 11, 4),  # noqa: DTZ001 - a spreadsheet has no zones
        datetime(2026, 11, 11, 9, 5),  # noqa: DTZ001
        "Có",
    )
    assert rows[7][2:6] == (None, None, None, None)


def test_numbers_and_dates_are_shown_as_they_are_written_here():
    row = opened(table_as_xlsx(TABLE, HEADING))[7]
    assert [cell.number_format for cell in row][2:7] == [
        "#,##0",
        "0.0",
        "+0.0;-0.0;0.0",
        "dd/mm/yyyy",
        "dd/mm/yyyy hh:mm",
    ]


def test_real_figures_carry_no_mark():
    sheet = opened(table_as_xlsx(TABLE, Heading("Tỷ lệ")))
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value] == ["Tỷ lệ", None, HEADER[0]]
    assert MARK not in table_as_csv(TABLE).decode("utf-8-sig")


def test_text_never_becomes_a_formula_in_a_workbook():
    cell = opened(table_as_xlsx(TABLE, HEADING))["B8"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", '=HYPERLINK("http://x")', True)


def test_another_reader_finds_the_same_cells():
    rows = (
        CalamineWorkbook.from_filelike(BytesIO(table_as_xlsx(TABLE, HEADING)))
        .get_sheet_by_index(0)
        .to_python()
    )
    assert rows[5] == HEADER
    assert rows[6][:4] == ["14797", "Phường Hạc Thành", 1_234_567, pytest.approx(100 / 3)]


def test_a_csv_is_for_vietnamese_spreadsheets():
    content = table_as_csv(TABLE, MARK)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    rows = rows_of_csv(content)
    assert rows[0] == [*HEADER, "Ghi chú"]
    assert rows[1][2:] == [
        "1234567",
        "33,333333333333336",
        "-0,25",
        "04/11/2026",
        "11/11/2026 09:05",
        "Có",
        MARK,
    ]
    assert rows[2][2:6] == ["", "", "", ""]


@pytest.mark.parametrize("text", ["=1+1", "+84912", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", "\r\n=1"])
def test_text_that_looks_like_a_formula_is_defused_in_a_csv(text: str):
    rows = rows_of_csv(table_as_csv(pa.table({"commune_name": [text]})))
    assert rows[1] == [f"'{text}"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20), min_size=1))
@settings(deadline=None)
def test_whatever_a_text_holds_it_stays_in_its_cell(texts: list[str]):
    rows = rows_of_csv(table_as_csv(pa.table({"commune_name": texts, "total_count": [7] * len(texts)})))
    assert [row[1] for row in rows[1:]] == ["7"] * len(texts)
    assert [row[0].removeprefix("'") for row in rows[1:]] == [text.removeprefix("'") for text in texts]


def test_an_empty_table_is_a_header():
    empty = TABLE.slice(0, 0)
    assert rows_of_csv(table_as_csv(empty)) == [HEADER]
    assert opened(table_as_xlsx(empty, Heading("Trống"))).max_row == 3


def test_a_column_that_the_dictionary_lacks_is_a_fault():
    table = pa.table({"unheard_of": [1]})
    with pytest.raises(KeyError):
        table_as_csv(table)
    with pytest.raises(KeyError):
        table_as_xlsx(table, HEADING)


def test_figures_and_histories_can_be_taken_away(store: Store):
    with store.writer() as cursor:
        store_reports(cursor, [Report("viettel", LAST, {"14797": counts(1000, 853)})])
    cursor = store.reader()
    figures = for_readers(figures_by_commune(cursor, Scope(LAST)))
    rows = rows_of_csv(table_as_csv(figures))
    assert len(rows) == 167
    assert next(row for row in rows if "14797" in row)[3:9] == ["1000", "853", "147", "0", "0", "85,3"]
    history = for_readers(history_by_carrier(cursor, Scope(LAST)))
    assert history.column_names[:2] == ["round_on", "carrier_name"]
    assert opened(table_as_xlsx(history, HEADING)).max_row == 6 + 5
    assert set(figures.column_names) <= set(columns())
