"""All communes from the lowest rate up, each a link to its own page."""

from html import escape
from typing import Any

import streamlit as st

from dashboard.measures import figures_by_commune
from dashboard.measures.selection import Selection
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.views.changes import points_change
from dashboard.views.plain import plain
from dashboard.web.live import live

HEADER = ("", "Xã, phường", "Tỷ lệ", "So với kỳ trước", "Chưa xác thực", "Tổng thuê bao", "Nhà mạng")


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
        f"Xếp từ tỷ lệ xác thực thấp nhất, kỳ {day_text(selection.round_on)}."
    )


def show_communes(selection: Selection) -> None:
    """The ranking of the filters' figures; communes without any stand last."""
    rows = figures_by_commune(live().store.reader(), selection.scope).to_pylist()
    ranked = sorted(rows, key=lambda row: (row["verified_pct"] is None, row["verified_pct"] or 0.0))
    st.html(ranking_html(ranked, selection))


def ranking_html(rows: list[dict[str, Any]], selection: Selection) -> str:
    """The rows as a table; its links keep the filters and, unlike those of Markdown, open in the same tab."""
    head = "".join(f"<th>{name}</th>" for name in HEADER)
    body = "".join(_row(place, row, selection) for place, row in enumerate(rows, start=1))
    return f'<table class="communes"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(place: int, row: dict[str, Any], selection: Selection) -> str:
    address = escape(selection.opened(row["commune_code"]).as_query())
    cells = (
        str(place),
        f'<a href="?{address}">{escape(row["commune_name"])}</a>',
        pct_text(row["verified_pct"]),
        points_change(row["verified_pct_change"]),
        count_text(row["unverified_count"]),
        count_text(row["total_count"]),
        f"{row['carriers_reported_count']}/{row['carriers_expected_count']}",
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
