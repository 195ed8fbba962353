"""Old communes that a file by the old list leaves out."""

from dashboard.reference.old_communes import old_communes
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, HEADER, found, good_rows, sheet_of

OLD_HEADER = ("Huyện", "Xã/phường/TT", *HEADER[2:])


def test_an_old_commune_left_out_is_named_with_the_commune_of_today(store: Store):
    rows = [[old.district, old.name, *COUNTS] for old in old_communes() if old.code != "14755"]
    [finding] = found(store, "missing_old_communes", sheet_of(rows, header=OLD_HEADER))
    assert finding.severity == "warning"
    assert "Phường Hàm Rồng, Thành phố Thanh Hóa (nay Phường Hàm Rồng)" in finding.message
    assert not found(store, "missing_communes", sheet_of(rows, header=OLD_HEADER))


def test_all_old_communes_are_no_finding(store: Store):
    rows = [[old.district, old.name, *COUNTS] for old in old_communes()]
    assert not found(store, "missing_old_communes", sheet_of(rows, header=OLD_HEADER))


def test_a_file_by_today_s_list_is_not_asked(store: Store):
    assert not found(store, "missing_old_communes", sheet_of(good_rows()))
