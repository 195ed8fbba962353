"""Báo cáo giao ban: choose, look, edit the words, take away."""

import streamlit as st

from dashboard.measures.selection import Selection
from dashboard.views.briefing_choices import ask_for_choices
from dashboard.views.briefing_files import show_files
from dashboard.views.briefing_office import show_office
from dashboard.views.briefing_preview import show_preview
from dashboard.views.briefing_templates import show_templates
from dashboard.views.briefing_wordings import show_wordings
from dashboard.views.commune_sheets import show_all_sheets
from dashboard.views.empty import show_no_figures
from dashboard.views.who import is_officer

st.title("Báo cáo giao ban")
choices = ask_for_choices()
if choices is None:
    show_no_figures()
else:
    show_files(choices)
    show_all_sheets(Selection(choices.request.round_on))
    names = ["Xem trước", "Câu chữ", "Mẫu lựa chọn", "Thiết lập của Sở"]
    preview, *of_officers = st.tabs(names if is_officer() else names[:1])
    with preview:
        show_preview(choices)
    if of_officers:
        wordings, templates, office = of_officers
        with wordings:
            show_wordings(choices)
        with templates:
            show_templates(choices)
        with office:
            show_office()
