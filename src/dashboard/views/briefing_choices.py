"""What the briefing is to be about: round, comparison round, scope, parts, recipient."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.briefing.content import PARTS, BriefingContent, BriefingRequest, Part, briefing_content
from dashboard.briefing.content.request import PART_LABELS
from dashboard.briefing.files import request_with_edits
from dashboard.briefing.office import office_in_force
from dashboard.briefing.wordings import Template
from dashboard.measures.wording import day_text
from dashboard.reference.carriers import carrier_by_code, carriers
from dashboard.reference.communes import commune_by_code, communes
from dashboard.web.live import live
from dashboard.web.state import data_state, selection_in

WHOLE, SOME, ONE = "Toàn tỉnh", "Một số xã, phường", "Một nhà mạng"
KEYS = ("briefing-scope", "briefing-communes", "briefing-carrier", "briefing-parts", "briefing-addressee")
PENDING = "briefing-template-chosen"  # a template is put into the widgets before they are drawn


@dataclass(frozen=True)
class Choices:
    """What was chosen, and the briefing computed from it."""

    request: BriefingRequest
    addressee: str
    content: BriefingContent


def ask_for_choices() -> Choices | None:
    """The widgets above the tabs; None while there are no figures."""
    store = live().store
    selection = selection_in(st.query_params.to_dict(), store)
    if selection is None:
        return None
    _take_over_template()
    days = sorted(data_state(store).rounds, reverse=True)
    left, middle, right = st.columns(3)
    round_on = left.selectbox("Kỳ báo cáo", days, days.index(selection.round_on), format_func=day_text)
    compare_on = _ask_for_comparison(middle, [day for day in days if day < round_on])
    scope = right.segmented_control("Phạm vi", [WHOLE, SOME, ONE], default=WHOLE, key=KEYS[0]) or WHOLE
    chosen, carrier_code = _ask_for_scope(scope)
    parts = st.pills(
        "Các phần",
        list(PARTS),
        selection_mode="multi",
        default=list(PARTS),
        format_func=lambda part: PART_LABELS[part],
        key=KEYS[3],
    )
    addressee = st.text_input("Kính gửi", key=KEYS[4], placeholder=_usual_addressee())
    kept: tuple[Part, ...] = tuple(part for part in PARTS if part in parts) or ("result",)
    request = BriefingRequest(round_on, compare_on, chosen, carrier_code, parts=kept)
    request = request_with_edits(request, store)
    with store.reader() as cursor:
        return Choices(request, addressee.strip(), briefing_content(cursor, request))


def choose(template: Template) -> None:
    """Put a template's choices into the widgets at the next run."""
    st.session_state[PENDING] = template


def _take_over_template() -> None:
    template: Template | None = st.session_state.pop(PENDING, None)
    if template is None:
        return
    scope = SOME if template.communes else ONE if template.carrier_code else WHOLE
    known = [code for code in template.communes if code in commune_by_code()]
    values = (scope, known, template.carrier_code, list(template.parts), template.addressee)
    st.session_state.update(dict(zip(KEYS, values, strict=True)))


def _ask_for_comparison(place: st.delta_generator.DeltaGenerator, before: list[date]) -> date | None:
    return place.selectbox(
        "So sánh với kỳ",
        before,
        index=0 if before else None,
        format_func=day_text,
        placeholder="Chưa có kỳ trước",
        disabled=not before,
    )


def _ask_for_scope(scope: str) -> tuple[tuple[str, ...], str | None]:
    if scope == SOME:
        names = {commune.code: f"{commune.name} ({commune.code})" for commune in communes()}
        chosen = st.multiselect("Xã, phường", list(names), format_func=names.__getitem__, key=KEYS[1])
        if not chosen:
            st.caption("Chưa chọn xã, phường nào: đang xem toàn tỉnh.")
        return tuple(sorted(chosen)), None
    if scope == ONE:
        codes = [carrier.code for carrier in carriers()]
        named = carrier_by_code()
        return (), st.selectbox("Nhà mạng", codes, format_func=lambda code: named[code].name, key=KEYS[2])
    return (), None


def _usual_addressee() -> str:
    with live().store.reader() as cursor:
        return office_in_force(cursor).addressee
