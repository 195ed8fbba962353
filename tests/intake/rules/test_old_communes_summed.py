"""Files by the communes of before 1 July 2025."""

from dashboard.reference.old_communes import old_communes
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, HEADER, found, good_rows, sheet_of


def test_a_file_by_the_old_list_says_that_its_rows_were_added_up(store: Store):
    rows = [[old.district, old.name, *COUNTS] for old in old_communes()]
    sheet = sheet_of(rows, header=("Huyện", "Xã/phường/TT", *HEADER[2:]))
    [finding] = found(store, "old_communes_summed", sheet)
    assert finding.severity == "info"
    assert "547 dòng" in finding.message
    assert "166 xã, phường" in finding.message


def test_a_file_by_today_s_list_does_not(store: Store):
    assert not found(store, "old_communes_summed", sheet_of(good_rows()))
