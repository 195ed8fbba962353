"""Workbooks with more than one sheet that looks like the report."""

from dataclasses import replace

from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, found, good_rows, sheet_of


def test_two_reports_in_one_file_are_refused_by_name(store: Store):
    sheets = sheet_of(good_rows(), name="04-11"), sheet_of(good_rows(), name="11-11")
    [finding] = found(store, "several_tables", *sheets)
    assert "“04-11”, “11-11”" in finding.message
    assert examined(store, *sheets, carrier_code="mobifone").receipt.status == "rejected"


def test_a_hidden_report_is_no_rival(store: Store):
    hidden = replace(sheet_of(good_rows(), name="cũ"), is_visible=False)
    assert not found(store, "several_tables", hidden, sheet_of(good_rows()))


def test_a_table_with_fewer_of_the_columns_is_no_rival(store: Store):
    sims = sheet_of([row[:3] for row in good_rows()], header=HEADER[:3], name="SIM rác")
    assert not found(store, "several_tables", sims, sheet_of(good_rows()))


def test_a_report_split_over_two_sheets_is_refused_even_where_the_second_lacks_columns(store: Store):
    rows = good_rows()
    first = sheet_of(rows[:147], name="Xã")
    without_code = sheet_of([row[1:] for row in rows[147:]], header=HEADER[1:], name="Phường")
    without_locks = sheet_of([row[1:6] for row in rows[147:]], header=HEADER[1:6], name="Phường")
    without_header = Sheet(
        "Phường", tuple(SheetRow(n, tuple(row)) for n, row in enumerate(rows[147:], start=1))
    )
    for second in (without_code, without_locks, without_header):
        [finding] = found(store, "several_tables", first, second)
        assert "“Xã”, “Phường”" in finding.message
        assert finding.sheet == "Phường"


def test_an_empty_form_is_no_rival(store: Store):
    assert not found(store, "several_tables", sheet_of(good_rows()), sheet_of([], name="Mẫu"))
