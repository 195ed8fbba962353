"""Tables of a commune hold numbers and show Vietnamese text."""

from datetime import date

import pyarrow as pa

from dashboard.views.commune_tables import FIGURES, by_carrier, by_round

ROUND, BEFORE = date(2026, 11, 11), date(2026, 11, 4)


def figures() -> pa.Table:
    columns = {name: [10820, 4910, None] for name in FIGURES if name.endswith("_count")}
    rates = {"verified_pct": [54.62, 9.0, None], "verified_pct_change": [1.26, -0.8, None]}
    who = {
        "carrier_name": ["A", "B", "C"],
        "reported_on": [ROUND, BEFORE, None],
        "round_on": [BEFORE, ROUND, ROUND],
    }
    behind = {"carriers_reported_count": [4, 5, 0], "carriers_expected_count": [5, 5, 5]}
    return pa.table(columns | rates | who | behind)


def test_figures_sort_as_numbers():
    table = by_carrier(figures(), ROUND).data
    assert table["Tổng thuê bao"].dropna().sort_values().to_list() == [4910, 10820]


def test_figures_show_as_vietnamese_text_and_nothing_as_a_dash():
    page = by_carrier(figures(), ROUND).to_html()
    for text in ("10.820", "54,6\u00a0%", "▲ 1,3\u00a0điểm\u00a0%", "▼ 0,8\u00a0điểm\u00a0%", ">–<"):
        assert text in page
    assert "NA" not in page


def test_who_did_not_report_or_only_before_is_said_to():
    notes = by_carrier(figures(), ROUND).data["Ghi chú"].to_list()
    assert notes == ["", "số của kỳ 04/11/2026", "chưa báo cáo kỳ này"]


def test_rounds_stand_newest_first_under_their_day():
    shown = by_round(figures())
    assert shown.data["Nhà mạng đã báo cáo"].to_list() == ["0/5", "5/5", "4/5"]
    assert "04/11/2026" in shown.to_html()
