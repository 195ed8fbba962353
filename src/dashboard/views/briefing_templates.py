"""Choices kept under a name."""

import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.briefing.wordings import Template, template_draft, templates
from dashboard.store.decisions import decide
from dashboard.views.briefing_choices import Choices, choose
from dashboard.views.plain import plain
from dashboard.views.who import who
from dashboard.web.live import live


def show_templates(choices: Choices) -> None:
    """Use a kept set of choices, or keep the one on the page."""
    with live().store.reader() as cursor:
        kept = templates(cursor)
    if not kept:
        st.caption(
            "Chưa có mẫu nào. Chọn phạm vi, các phần, nơi nhận ở trên rồi đặt tên để dùng lại tuần sau."
        )
    for template in kept:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(template.name)}** · {_told(template)}")
            if st.button("Dùng mẫu này", key=f"use-{template.name}"):
                choose(template)
                st.rerun()
    with st.form("keep-template", border=False):
        name = st.text_input("Tên mẫu", placeholder="Ví dụ: Giao ban tuần")
        if st.form_submit_button("Lưu lựa chọn đang có thành mẫu"):
            _keep(choices, name.strip())


def _keep(choices: Choices, name: str) -> None:
    if not name:
        st.error("Cần đặt tên cho mẫu.", icon=":material/error:")
        return
    request = choices.request
    template = Template(name, request.parts, request.communes, request.carrier_code, choices.addressee)
    decide(live().store, template_draft(template, who(OFFICERS)))
    st.rerun()


def _told(template: Template) -> str:
    scope = f"{len(template.communes)} xã, phường" if template.communes else "toàn tỉnh"
    scope = f"nhà mạng {plain(template.carrier_code)}" if template.carrier_code else scope
    return f"{scope} · {len(template.parts)} phần"
