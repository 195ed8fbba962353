"""Which other sheets of a workbook hold communes that reading the first would lose."""

from dataclasses import replace

from dashboard.intake.layout.header import find_headers
from dashboard.intake.layout.other_tables import rival_sheets
from dashboard.intake.layout.table import read_table
from dashboard.intake.matching.match import match_table
from dashboard.intake.reading.sheet import Sheet
from tests.intake.reports import HEADER, good_rows, sheet_of


def rivals_of(*sheets: Sheet) -> tuple[str, ...]:
    headers = find_headers(sheets)
    return rival_sheets(sheets, headers, match_table(read_table(headers[0])))


def test_communes_that_the_report_lacks_make_a_sheet_a_rival():
    first = sheet_of(good_rows()[:147], name="Xã")
    rest = sheet_of([row[1:] for row in good_rows()[147:]], header=HEADER[1:], name="Phường")
    assert rivals_of(first, rest) == ("Phường",)


def test_a_sheet_of_the_same_communes_with_fewer_columns_is_none():
    sims = sheet_of([row[:3] for row in good_rows()], header=HEADER[:3], name="SIM rác")
    assert rivals_of(sheet_of(good_rows()), sims) == ()


def test_a_hidden_sheet_is_none():
    hidden = replace(sheet_of(good_rows(), name="cũ"), is_visible=False)
    assert rivals_of(sheet_of(good_rows()), hidden) == ()
