"""Old communes that were divided."""

from dashboard.reference.old_communes import old_communes
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, HEADER, examined, found, sheet_of


def test_each_row_of_a_divided_commune_says_where_its_counts_went(store: Store):
    rows = [[old.district, old.name, *COUNTS] for old in old_communes()]
    sheet = sheet_of(rows, header=("Huyện", "Xã/phường/TT", *HEADER[2:]))
    findings = found(store, "divided_commune", sheet)
    first = next(finding for finding in findings if finding.value == "Phường Đông Thọ")
    assert len(findings) == 10
    assert "chia cho Phường Hạc Thành và Phường Hàm Rồng" in first.message
    assert "100 thuê bao của dòng này được tính trọn vào Phường Hạc Thành" in first.message
    assert examined(store, sheet).receipt.matches == {"old_commune": 537, "divided_commune": 10}
