"""All communes from the lowest rate up, each a link to its own page."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.measures import figures_by_commune, history_by_commune
from dashboard.measures.selection import Selection
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.views.changes import points_change
from dashboard.views.download_bar import show_table_downloads
from dashboard.views.html_table import cells, html_table
from dashboard.views.plain import plain
from dashboard.web.live import live

HEADER = (
    "",
    "Xã, phường",
    "Tỷ lệ",
    "So với kỳ trước",
    "Các kỳ",
    "Chưa xác thực",
    "Tổng thuê bao",
    "Nhà mạng",
)
# What is on the choice -> column, and whether the highest comes first; communes without a figure come last.
ORDERS: Mapping[str, tuple[str, bool]] = {
    "Tỷ lệ thấp nhất": ("verified_pct", False),
    "Tỷ lệ cao nhất": ("verified_pct", True),
    "Chưa xác thực nhiều nhất": ("unverified_count", True),
    "Tăng chậm nhất so với kỳ trước": ("verified_pct_change", False),
    "Tăng nhanh nhất so với kỳ trước": ("verified_pct_change", True),
    "Tổng thuê bao nhiều nhất": ("total_count", True),
    "Tên": ("commune_name", False),
}
BARS, GAP = "▁▂▃▄▅▆▇█", " "


def show_unknown_commune() -> None:
    """Say so where the address names a commune that there is not."""
    asked = st.query_params.get("xa")
    if asked:
        st.warning(
            f"Không có xã, phường nào mang mã **{plain(asked)}**. Chọn một nơi dưới đây.",
            icon=":material/wrong_location:",
        )


def show_ranking_title(selection: Selection) -> None:
    """What stands here and how to open one of them."""
    st.title("Xã, phường")
    st.caption(
        "Chọn một xã, phường trong bảng, hoặc ở ô **Tìm xã, phường** (gõ tên không dấu, tên cũ hoặc mã). "
        f"Kỳ {day_text(selection.round_on)}."
    )


def show_communes(selection: Selection) -> None:
    """The ranking of the filters' figures in the order chosen, with the way to take it away."""
    with live().store.reader() as cursor:
        rows = figures_by_commune(cursor, selection.scope).to_pylist()
        history = history_by_commune(cursor, selection.scope).to_pylist()
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    order = left.selectbox("Xếp theo", list(ORDERS), key="communes-order")
    with right:
        show_table_downloads("communes", "Bảng xã, phường", selection)
    column, is_highest_first = ORDERS[order]
    known = [row for row in rows if row[column] is not None]
    ranked = sorted(known, key=lambda row: row[column], reverse=is_highest_first)
    lines = sparklines(history)
    st.html(ranking_html([*ranked, *(row for row in rows if row[column] is None)], lines, selection))


def sparklines(history: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """Commune code -> its rate over the rounds in small bars on one scale; a gap where nothing was reported.

    `history` are rows of `measures.history_by_commune`. Letters and not a drawing: Streamlit takes SVG out.
    """
    rates = [row["verified_pct"] for row in history if row["verified_pct"] is not None]
    low, high = (min(rates), max(rates)) if rates else (0.0, 0.0)
    found: dict[str, str] = {}
    for row in sorted(history, key=lambda row: row["round_on"]):
        found[row["commune_code"]] = found.get(row["commune_code"], "") + _bar(row["verified_pct"], low, high)
    return {code: f'<span class="spark" aria-hidden="true">{bars}</span>' for code, bars in found.items()}


def _bar(rate: float | None, low: float, high: float) -> str:
    if rate is None:
        return GAP
    return BARS[min(len(BARS) - 1, int(len(BARS) * (rate - low) / ((high - low) or 1)))]


def ranking_html(rows: list[dict[str, Any]], lines: Mapping[str, str], selection: Selection) -> str:
    """The rows as a table; its links keep the filters and, unlike those of Markdown, open in the same tab."""
    ranked = enumerate(rows, start=1)
    return html_table("communes", HEADER, (_row(place, row, lines, selection) for place, row in ranked))


def _row(place: int, row: dict[str, Any], lines: Mapping[str, str], selection: Selection) -> str:
    address = escape(selection.opened(row["commune_code"]).as_query())
    rate = row["verified_pct"]
    return cells(
        str(place),
        f'<a href="?{address}">{escape(row["commune_name"])}</a>',
        f'<b class="bar" style="--share: {rate or 0:.1f}%">{pct_text(rate)}</b>',
        points_change(row["verified_pct_change"]),
        lines.get(row["commune_code"], ""),
        count_text(row["unverified_count"]),
        count_text(row["total_count"]),
        f"{row['carriers_reported_count']}/{row['carriers_expected_count']}",
    )
