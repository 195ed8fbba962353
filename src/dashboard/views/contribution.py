"""What moved the rate since the round before: steps, and the same in sentences."""

import streamlit as st

from dashboard.figures.contribution import steps_of_change
from dashboard.figures.template import Caption
from dashboard.measures.contribution import contribution
from dashboard.measures.contribution_words import contribution_sentences
from dashboard.measures.selection import Selection
from dashboard.views.chart import show_chart
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube
from dashboard.web.words import words_of

HOW = (
    "So từng cặp xã và nhà mạng. **Xác thực thêm**: số mới xác thực của các cặp có ở cả hai kỳ, chia cho "
    "tổng thuê bao kỳ này. **Thuê bao phát sinh**: tác động của việc tổng số thuê bao thay đổi. **Thiếu "
    "báo cáo**, **Có báo cáo trở lại**: tác động của các cặp chỉ có ở một kỳ. Bốn phần cộng lại đúng bằng "
    "mức thay đổi của tỷ lệ."
)


def show_contribution(selection: Selection) -> None:
    """On what was reported for each of the two rounds; a figure carried on moves nothing."""
    store = live().store
    found = contribution(history_cube(store, data_state(store), selection.round_on), selection.scope)
    if found is None:
        st.info(
            "Chưa có hai kỳ có cùng nhà mạng và xã, phường để so. Hãy chọn kỳ sau, hoặc bỏ bớt điều kiện lọc."
        )
        return
    words = words_of(selection, store)
    caption = Caption("Vì sao tỷ lệ xác thực thay đổi", words.lines, (words.source,), words.mark)
    left, right = st.columns([3, 2])
    with left:
        show_chart(steps_of_change(found, caption), f"vi-sao-thay-doi-{selection.round_on:%Y-%m-%d}")
    with right:
        st.markdown("\n".join(f"- {sentence}" for sentence in contribution_sentences(found)))
        with st.popover("Cách tính", icon=":material/help:"):
            st.markdown(HOW)
