"""One unit in more than one row."""

from dashboard.store.database import Store
from tests.intake.reports import COUNTS, HEADER, examined, found, good_rows, sheet_of


def test_the_second_row_is_refused_and_points_to_the_first(store: Store):
    sheet = sheet_of([*good_rows(), [14758, "Hàm Rồng", *COUNTS]])
    [finding] = found(store, "duplicate_commune", sheet)
    receipt = examined(store, sheet).receipt
    assert (finding.row, finding.severity) == (169, "error")
    assert "dòng 3" in finding.message
    assert receipt.totals["total_count"] == 166 * 100


def test_old_communes_of_one_commune_are_no_duplicates_but_the_same_one_twice_is(store: Store):
    header = ("Huyện", "Xã/phường/TT", *HEADER[2:])
    rows = [
        ["Huyện Mường Lát", name, *COUNTS] for name in ("Thị trấn Mường Lát", "Xã Tam Chung", "Xã Tam Chung")
    ]
    others = [
        ["Huyện Hà Trung", name, *COUNTS] for name in ("Xã Hà Giang", "Xã Hà Vinh", "Xã Hà Tân", "Xã Hà Bắc")
    ]
    [finding] = found(store, "duplicate_commune", sheet_of([*rows, *others], header=header))
    assert finding.row == 5
