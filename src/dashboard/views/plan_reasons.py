"""Why a plan is as it is: per commune, what one more would bring, who stays below the floor."""

import subprocess

import pandas as pd
import streamlit as st

from dashboard.measures.wording import NOTHING
from dashboard.support.planner.search import Found
from dashboard.support.planning.dating import DatedPlan, DatingBrokeOffError, net_people
from dashboard.support.planning.outcome import sessions_of
from dashboard.support.planning.question import Question
from dashboard.support.planning.words import hall_words, net_words, one_more_words, short_words, visit_words
from dashboard.support.register.values import commune_name
from dashboard.support.sessions.overview import weekday_text
from dashboard.views.plain import plain

NAMED_COUNT = 20


def show_reasons(question: Question, found: Found, plan: DatedPlan) -> None:
    """Four folded answers; the first is a table that can be searched, and what one commune adds net."""
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
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", placeholder=NOTHING)
        _offer_net(question, found, [visit.commune_code for visit in explanation.visits])
    with st.expander("Vì sao các hội trường này", icon=":material/meeting_room:"):
        st.dataframe(
            pd.DataFrame(_halls(question, plan)), hide_index=True, width="stretch", placeholder=NOTHING
        )
    with st.expander("Thêm một nhóm hay một điểm thì được gì", icon=":material/add_circle:"):
        lines = list(one_more_words(explanation, question))
        st.markdown("\n".join(f"- {plain(line)}" for line in lines) or "Thêm nữa cũng không được gì hơn.")
    short = explanation.below_floor
    with st.expander(f"Nơi chưa được phần tối thiểu: {len(short)}", icon=":material/balance:"):
        named = sorted(short, key=lambda it: -it.people_short)[:NAMED_COUNT]
        st.markdown("\n".join(f"- {plain(short_words(each))}" for each in named) or "Nơi nào cũng đủ phần.")


def _halls(question: Question, plan: DatedPlan) -> list[dict[str, str]]:
    register = question.ground.register
    return [
        {
            "Xã, phường": commune_name(session.commune_code),
            "Ngày": weekday_text(session.held_on),
            "Hội trường": register.halls[session.hall_id].name,
            "Lý do": hall_words(session, question.ground),
        }
        for session in sessions_of(question, plan, ())
    ]


def _offer_net(question: Question, found: Found, codes: list[str]) -> None:
    """What a commune adds to the whole plan: without it others would have its halls' helpers and points."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="plan-net"):
        code = st.selectbox(
            "Phần thêm được của một nơi, sau khi trừ phần nơi khác nhường",
            list(dict.fromkeys(codes)),
            format_func=commune_name,
            key="plan-net-commune",
            width=420,
        )
        if not st.button("Tính", icon=":material/calculate:", key="plan-net-ask") or code is None:
            return
    with st.spinner("Đang tính lại kế hoạch không có nơi này"):
        try:
            net = net_people(question, found, code)
        except (DatingBrokeOffError, subprocess.TimeoutExpired):
            st.error("Chưa tính được. Hãy thử lại sau.", icon=":material/error:")
            return
    st.markdown(net_words(code, net))
