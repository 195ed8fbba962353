"""The ranking's links open a commune and keep the filters."""

from datetime import date

from dashboard.measures.selection import Selection
from dashboard.views.lowest_communes import ranking_html, sparklines

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
    html = ranking_html([ROW], {"14758": "<svg></svg>"}, Selection(date(2026, 11, 11), kind="phường"))
    assert '<a href="?tuan=2026-11-11&amp;loai=phuong&amp;xa=14758">Phường &lt;Hàm Rồng&gt;</a>' in html
    assert '<b class="bar" style="--share: 85.3%">85,3\u00a0%</b>' in html
    for cell in ("<svg></svg>", "–", "1.360", "4/5"):
        assert f"<td>{cell}</td>" in html


def test_small_bars_share_one_scale_and_break_where_nothing_was_reported():
    days = [date(2026, 10, 28), date(2026, 11, 4), date(2026, 11, 11), date(2026, 11, 18)]
    rates = {"a": [0.0, 50.0, None, 100.0], "b": [100.0] * 4, "c": [None] * 4}
    history = [
        {"commune_code": code, "round_on": day, "verified_pct": rate}
        for code, row in rates.items()
        for day, rate in zip(days, row, strict=True)
    ]
    found = sparklines(history)
    assert ">▁▅ █<" in found["a"]
    assert ">████<" in found["b"]
    assert ">    <" in found["c"]
    assert sparklines([]) == {}
