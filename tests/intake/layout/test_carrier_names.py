"""Which carriers a report names."""

import pytest

from dashboard.intake.layout.carrier_names import carriers_in, carriers_in_content, carriers_in_name
from dashboard.intake.layout.header import find_headers
from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.reference.carriers import carriers
from tests.intake.reports import good_rows, sheet_of


@pytest.mark.parametrize("carrier", carriers(), ids=lambda carrier: carrier.code)
def test_every_name_of_a_carrier_is_found_in_any_writing(carrier: object):
    for name in carrier.names:
        assert carriers_in(name) == (carrier.code,)
        assert carriers_in(f"BÁO CÁO CỦA {name.upper()} - THANH HOÁ") == (carrier.code,)


def test_only_whole_words_count_and_longer_names_win():
    assert carriers_in("Vietnamobile") == ("vietnamobile",)
    assert carriers_in("viettelecom") == ()
    assert carriers_in("Wintel và MobiFone") == ("wintel", "mobifone")


def test_a_file_name_is_read_without_its_ending():
    assert carriers_in_name("BC_VNPT_2026-11-11.mobifone") == ("vinaphone",)


def test_above_the_table_counts_first_below_it_only_when_nothing_stands_above():
    sheet = sheet_of([*good_rows(), [], ["VIETTEL THANH HÓA"]])
    [header] = find_headers((sheet,))
    assert carriers_in_content((sheet,), header) == ("viettel",)
    named = Sheet(sheet.name, (SheetRow(1, ("Wintel",)), *sheet.rows[1:]))
    [header] = find_headers((named,))
    assert carriers_in_content((named,), header) == ("wintel",)


def test_without_a_header_the_first_rows_are_read():
    assert carriers_in_content((Sheet("T1", (SheetRow(1, ("MobiFone",)),)),), None) == ("mobifone",)
