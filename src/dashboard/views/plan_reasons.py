"""Why a plan is as it is: per commune, what one more would bring, who stays below the floor."""

import pandas as pd
import streamlit as st

from dashboard.support.planning.dating import DatedPlan
from dashboard.support.planning.question import Question
from dashboard.support.planning.words import one_more_words, short_words, visit_words
from dashboard.support.register.values import commune_name
from dashboard.views.plain import plain

NAMED_COUNT = 20


def show_reasons(question: Question, plan: DatedPlan) -> None:
    """Three folded answers; the first is a table that can be searched."""
    explanation = plan.explanation
    with st.expander("Vì sao chọn các nơi này", icon=":material/help:"):
        rows = [
            {"Xã, phường": commune_name(visit.commune_code), "Lý do": visit_words(visit, question)}
            for visit in sorted(explanation.visits, key=lambda it: -it.weighted)
        ]
        st.caption(
            "Điểm: mỗi người xác thực được tính một điểm, người sắp bị khóa 2 chiều hoặc mất số tính "
            "nhiều hơn."
        )
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
    with st.expander("Thêm một nhóm hay một điểm thì được gì", icon=":material/add_circle:"):
        lines = list(one_more_words(explanation, question))
        st.markdown("\n".join(f"- {plain(line)}" for line in lines) or "Thêm nữa cũng không được gì hơn.")
    short = explanation.below_floor
    with st.expander(f"Nơi chưa được phần tối thiểu: {len(short)}", icon=":material/balance:"):
        named = sorted(short, key=lambda it: -it.people_short)[:NAMED_COUNT]
        st.markdown("\n".join(f"- {plain(short_words(each))}" for each in named) or "Nơi nào cũng đủ phần.")
