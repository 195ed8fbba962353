"""The ranking's links open a commune and keep the filters."""

from datetime import date

from dashboard.measures.selection import Selection
from dashboard.views.lowest_communes import ranking_html

ROW = {
    "commune_code": "14758",
    "commune_name": "Phường <Hàm Rồng>",
    "verified_pct": 85.34,
    "verified_pct_change": None,
    "unverified_count": 1360,
    "total_count": None,
    "carriers_reported_count": 4,
    "carriers_expected_count": 5,
}


def test_a_row_links_to_its_commune_with_the_filters():
    html = ranking_html([ROW], Selection(date(2026, 11, 11), kind="phường"))
    assert '<a href="?tuan=2026-11-11&amp;loai=phuong&amp;xa=14758">Phường &lt;Hàm Rồng&gt;</a>' in html
    for cell in ("85,3\u00a0%", "–", "1.360", "4/5"):
        assert f"<td>{cell}</td>" in html
