"""Low alone or low together: communes among their neighbours, with what each asks for."""

from html import escape

import streamlit as st

from dashboard.measures.neighbourhood import CHANCE_MOST, PERMUTATIONS_COUNT, Neighbourhood, Pattern
from dashboard.measures.neighbourhood_words import WORDS, alone_sentence, group_sentence
from dashboard.measures.selection import Selection
from dashboard.measures.wording import count_text, pct_text, points_text
from dashboard.views.download_bar import show_table_downloads
from dashboard.views.html_table import cells, html_table
from dashboard.views.meaning import meaning_of
from dashboard.web.live import live
from dashboard.web.neighbourhoods import Surroundings, surroundings

LARGEST_GAPS_COUNT = 15
HOW = (
    "So tỷ lệ của mỗi nơi với bình quân các nơi **có chung đường ranh giới** (chung một góc không "
    "tính), bằng "
    f"chỉ số Moran địa phương: tráo ngẫu nhiên tỷ lệ giữa các nơi {count_text(PERMUTATIONS_COUNT)} "
    f"lần và xem "
    "có bao nhiêu lần cũng ra như vậy. Vì kiểm tra nhiều nơi cùng lúc, xác suất được hiệu chỉnh "
    "(Benjamini–Hochberg) để trong số nơi được nêu, bình quân không quá "
    f"{pct_text(100 * CHANCE_MOST, 0)} là do tình cờ. Nơi chưa có số liệu không tính là láng giềng."
)
SCHEMATIC = (
    "Đang dùng ranh giới sơ đồ: nơi nào giáp nơi nào chỉ là gần đúng. Cần ranh giới thật để chắc chắn."
)
NONE_ALONE = "Không nơi nào thấp hơn hẳn các nơi giáp ranh mà chắc không do tình cờ."
NONE_TOGETHER = "Không có cụm thấp nào rõ hơn mức tình cờ."
HEADER = ("", "Xã, phường", "Nhận định", "Tỷ lệ", "Nơi giáp ranh", "Chênh lệch", "Chưa xác thực")


def show_neighbourhoods(selection: Selection) -> None:
    """Those low alone, those low together, and the largest gaps, said whether they are sure."""
    with st.spinner("Đang so từng xã, phường với các nơi giáp ranh…"):
        around = surroundings(live().store, selection)
    if not around.found:
        st.info("Chưa có số liệu của nhà mạng đã chọn trong kỳ này. Hãy chọn kỳ hoặc nhà mạng khác.")
        return
    if around.is_schematic:
        st.warning(SCHEMATIC, icon=":material/warning:")
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.markdown("**Thấp riêng một nơi hay thấp cả vùng?** Hai trường hợp cần cách hỗ trợ khác nhau.")
    with right.popover("Cách tính", icon=":material/help:", width="stretch"):
        st.markdown(HOW)
        st.markdown(meaning_of("neighbours_gap_pct"))
    _show_sentences("Thấp giữa các nơi không thấp", _alone(around), NONE_ALONE)
    groups = [group_sentence(group) for group in around.groups]
    _show_sentences("Cụm thấp", groups, NONE_TOGETHER)
    st.subheader("Thấp hơn nơi giáp ranh nhiều nhất")
    st.html(gaps_html(around.found[:LARGEST_GAPS_COUNT], selection))
    show_table_downloads("neighbourhoods", "Bảng láng giềng", selection)


def _alone(around: Surroundings) -> list[str]:
    return [alone_sentence(it) for it in around.found if it.pattern is Pattern.LOW_AMONG_HIGHER]


def _show_sentences(title: str, sentences: list[str], otherwise: str) -> None:
    st.subheader(title)
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences) or otherwise)


def gaps_html(found: tuple[Neighbourhood, ...], selection: Selection) -> str:
    """Communes below their neighbours as a table whose names open their pages with the same filters."""
    below = [it for it in found if it.gap_pct < 0]
    rows = (_row(place, it, selection) for place, it in enumerate(below, start=1))
    return html_table("communes reasons", HEADER, rows)


def _row(place: int, one: Neighbourhood, selection: Selection) -> str:
    address = escape(selection.opened(one.commune_code).as_query())
    return cells(
        str(place),
        f'<a href="xa-phuong?{address}">{escape(one.commune_name)}</a>',
        WORDS[one.pattern],
        pct_text(one.verified_pct),
        pct_text(one.neighbours_pct),
        points_text(one.gap_pct),
        count_text(one.unverified_count),
    )
