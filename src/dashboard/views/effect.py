"""Kết quả: what sessions brought, and whether communes with one moved faster than similar ones."""

from collections.abc import Mapping

import streamlit as st

from dashboard.measures.wording import count_text, pct_text
from dashboard.support.effect.compare import effects_of, mean_effect
from dashboard.support.effect.totals import Totals, held, total_of, totals_by_commune, totals_by_organisation
from dashboard.support.effect.words import CAUTION, effect_words, mean_words, total_words
from dashboard.support.register.kinds import ORGANISATIONS
from dashboard.support.register.values import commune_name
from dashboard.views.html_table import cells, html_table
from dashboard.views.session_data import support_state
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube

FIGURES = ("Số buổi", "Dự kiến", "Đến", "Đến/dự kiến", "Xác thực")


def show_effect() -> None:
    """Totals, then communes with their comparison, then organisations."""
    state = support_state()
    sessions = held(kept.session for kept in state.kept.values())
    if not sessions:
        st.info(
            "Chưa có buổi nào được ghi kết quả. Mở một buổi đã qua ở thẻ **Buổi hỗ trợ**, thẻ **Kết quả**.",
            icon=":material/inbox:",
        )
        return
    st.markdown(f"**{total_words(total_of(sessions))}.**")
    data = data_state(live().store)
    effects = {}
    if data.rounds:
        cube = history_cube(live().store, data, data.rounds[-1])
        effects = {each.commune_code: each for each in effects_of(cube, sessions)}
        compared = [each for each in effects.values() if each.points is not None]
        st.markdown(mean_words(mean_effect(compared), len(compared)))
        st.caption(CAUTION)
    by_commune = totals_by_commune(sessions)
    said = {code: effect_words(effects[code]) if code in effects else "" for code in by_commune}
    names = {code: commune_name(code) for code in by_commune}
    _table("Xã, phường", by_commune, names, said)
    _table("Tổ chức", totals_by_organisation(sessions, state.register), ORGANISATIONS, None)


def _table(
    title: str, totals: Mapping[str, Totals], names: Mapping[str, str], said: Mapping[str, str] | None
) -> None:
    header = ("", title, *(["So với nơi tương tự"] if said is not None else []), *FIGURES)
    rows = [
        cells(
            str(place),
            names.get(key, key),
            *([said[key]] if said is not None else []),
            count_text(it.sessions_count),
            count_text(it.expected_count),
            count_text(it.came_count),
            pct_text(it.came_pct),
            count_text(it.verified_count),
        )
        for place, (key, it) in enumerate(totals.items(), start=1)
    ]
    st.html(html_table("communes reasons" if said is not None else "communes", header, rows))
