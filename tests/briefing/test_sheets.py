"""The workbook as openpyxl finds it."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.briefing.content import BriefingRequest
from dashboard.briefing.sheets import DICTIONARY, EDITED, SENTENCES, SHEETS, render_workbook, tables_of
from dashboard.measures import figures_by_commune_and_carrier
from dashboard.measures.scope import Scope
from tests.briefing.cases import ROUND, briefed, empty_database
from tests.briefing.office_files import CASES, content_of, reports_of
from tests.measures.reports import reported


def opened(case: str) -> Workbook:
    return openpyxl.load_workbook(BytesIO(render_workbook(content_of(case))))


def rows_under_header(sheet: Worksheet) -> list[tuple[object, ...]]:
    """Header and rows: what the filter spans."""
    return [tuple(cell.value for cell in row) for row in sheet[sheet.auto_filter.ref]]


@pytest.mark.parametrize("case", CASES)
def test_every_table_has_its_sheet_with_filter_and_a_header_that_stays(case: str):
    book = opened(case)
    expected = [SENTENCES, *(SHEETS[table.key] for table in tables_of(content_of(case))), DICTIONARY]
    assert book.sheetnames == expected
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert content_of(case).footer.line in {row[0].value for row in sheet.iter_rows(max_row=4)}


def test_numbers_are_numbers_and_those_of_the_measures():
    with empty_database() as database, reported(database, reports_of("missing")) as cursor:
        figures = figures_by_commune_and_carrier(cursor, Scope(ROUND)).to_pylist()
    header, *rows = rows_under_header(opened("missing")["Dữ liệu xã và nhà mạng"])
    total, rate = header.index("Tổng số thuê bao phải xác thực"), header.index("Tỷ lệ xác thực (%)")
    assert [row[total] for row in rows] == [row["total_count"] for row in figures]
    assert [row[rate] for row in rows] == pytest.approx([row["verified_pct"] for row in figures], nan_ok=True)
    assert None in {row[total] for row in rows}, "missing is an empty cell"


def test_every_column_used_is_explained():
    book = opened("restated")
    labels = {row[0] for row in rows_under_header(book[DICTIONARY])[1:]}
    names = {row[5] for row in rows_under_header(book[DICTIONARY])[1:]}
    used = {name for table in tables_of(content_of("restated")) for name in table.rows.column_names}
    assert names == used
    assert "Tỷ lệ xác thực" in labels


def test_the_files_received_are_listed_with_their_hashes():
    header, *rows = rows_under_header(opened("restated")["Tệp đã nhận"])
    assert len(rows) == 5, "those of the round; the restated one belongs to the round before"
    assert all(row[header.index("Mã băm SHA-256")] for row in rows)
    assert {row[header.index("Trạng thái")] for row in rows} == {"Đã tiếp nhận"}
    assert {row[header.index("Đang dùng")] for row in rows} == {"Có"}


def test_an_edited_sentence_stands_beside_what_was_computed():
    edits = (("opening", "=Lời của Sở"),)
    with empty_database() as database:
        content = briefed(database, reports_of("whole"), BriefingRequest(ROUND, edits=edits))
    book = openpyxl.load_workbook(BytesIO(render_workbook(content)))
    row = next(row for row in book[SENTENCES].iter_rows() if row[0].value == "Mở đầu")
    assert [cell.value for cell in row] == ["Mở đầu", "=Lời của Sở", EDITED, content.opening.computed]
    assert row[1].data_type == "s", "text, whatever it looks like"


def test_the_same_content_is_the_same_bytes():
    assert render_workbook(content_of("whole")) == render_workbook(content_of("whole"))
