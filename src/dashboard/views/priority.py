"""Which communes to support first: the list with the reason for each, and how the order is made."""

from html import escape

import streamlit as st

from dashboard.measures.priority import Priority, priorities
from dashboard.measures.selection import Selection
from dashboard.measures.wording import NOTHING, count_text, day_text, pct_text
from dashboard.reference.policy import policy
from dashboard.views.download_bar import show_table_downloads
from dashboard.views.html_table import cells, html_table
from dashboard.views.meaning import meaning_of
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube

SHOWN_AT_FIRST = 20
HEADER = (
    "",
    "Xã, phường",
    "Vì sao",
    "Chưa xác thực",
    "Tỷ lệ",
    "Mỗi tuần",
    "Khóa 2 chiều",
    "Sắp khóa*",
    "Điểm",
    "",
)


def show_priority(selection: Selection) -> None:
    """The communes in their turn; the first twenty, or all."""
    store = live().store
    found = priorities(history_cube(store, data_state(store), selection.round_on), selection.scope)
    if not found:
        st.info("Chưa có số liệu của nhà mạng đã chọn trong kỳ này. Hãy chọn kỳ hoặc nhà mạng khác.")
        return
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.markdown(
        f"**Thứ tự cần hỗ trợ**, kỳ {day_text(selection.round_on)}, {len(found)} xã, phường có số liệu"
    )
    with right.popover("Cách xếp thứ tự", icon=":material/help:", width="stretch"):
        st.markdown(explanation())
        st.markdown(meaning_of("priority_score", "verified_per_week", "two_way_soon_at_most_count"))
    is_whole = st.toggle(f"Hiện cả {len(found)} xã, phường", key="priority-all")
    st.html(priority_html(found if is_whole else found[:SHOWN_AT_FIRST], selection))
    st.caption(
        "*Sắp khóa: tối đa bao nhiêu thuê bao khóa 1 chiều có thể thành khóa 2 chiều trong bảy ngày tới. "
        "Báo cáo không cho biết ngày khóa của từng thuê bao nên đây là mức trần."
    )
    show_table_downloads("priority", "Bảng ưu tiên", selection)


def explanation() -> str:
    """How the order is made, with the weights in force."""
    weights = policy().priority
    lines = (
        f"còn nhiều thuê bao chưa xác thực: **{pct_text(100 * weights.weight_unverified, 0)}**",
        f"tỷ lệ xác thực thấp: **{pct_text(100 * weights.weight_rate, 0)}**",
        f"còn nhiều tuần với nhịp ba tuần qua: **{pct_text(100 * weights.weight_pace, 0)}**",
        f"đã khóa 2 chiều hoặc sắp khóa: **{pct_text(100 * weights.weight_locks, 0)}**",
    )
    return (
        "Mỗi xã, phường được xếp hạng theo bốn câu hỏi; điểm là trung bình các thứ hạng theo trọng số:\n\n"
        + "\n".join(f"- {line}" for line in lines)
        + f"\n\nNơi dưới {count_text(weights.floor_count)} thuê bao xếp sau cùng vì ít người thì tỷ lệ nào "
        "cũng có thể xảy ra. Cột *Vì sao* chỉ nêu điều mà nơi đó thuộc một phần tư cần hỗ trợ nhất. Trọng số "
        "do Sở quyết định trong `data/policy.toml`, mục `priority`."
    )


def priority_html(found: tuple[Priority, ...], selection: Selection) -> str:
    """The communes as a table whose names open their pages with the same filters."""
    return html_table("communes reasons", HEADER, (_row(commune, selection) for commune in found))


def _row(commune: Priority, selection: Selection) -> str:
    address = escape(selection.opened(commune.commune_code).as_query())
    pace = NOTHING if commune.pace_per_week is None else count_text(round(commune.pace_per_week))
    return cells(
        str(commune.rank),
        f'<a href="xa-phuong?{address}">{escape(commune.commune_name)}</a>',
        escape(commune.reason),
        count_text(commune.unverified_count),
        pct_text(commune.verified_pct),
        pace,
        count_text(commune.locked_two_way_count),
        f"≤ {count_text(commune.two_way_soon_at_most_count)}",
        count_text(round(commune.score)),
        f'<a href="ho-tro?xa={escape(commune.commune_code)}">Bố trí</a>',
    )
