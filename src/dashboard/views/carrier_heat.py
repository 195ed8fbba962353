"""Communes by carrier: where one carrier drags a commune down, and all of them as a heat map."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.measures.carrier_gaps import DRAG_LEAST_PCT, CarrierInCommune, CommuneByCarrier, dragged
from dashboard.measures.selection import Selection
from dashboard.measures.wording import NOTHING, count_text, pct_text, points_text
from dashboard.reference.carriers import Carrier
from dashboard.reference.policy import policy
from dashboard.reference.scales import ink_on
from dashboard.views.html_table import cells, html_table

SHOWN_AT_FIRST, DRAGGED_SHOWN_COUNT = 30, 12
LOWEST, WIDEST = "Tỷ lệ chung thấp nhất", "Chênh lệch giữa các nhà mạng lớn nhất"
DRAGGED = (
    "",
    "Xã, phường",
    "Nhà mạng",
    "Tỷ lệ của nhà mạng",
    "Các nhà mạng khác",
    "Tỷ lệ chung giảm",
    "Nhà mạng còn",
)


def show_dragged(found: Sequence[CommuneByCarrier], selection: Selection) -> None:
    """Communes that would stand clearly higher without one carrier."""
    pairs = dragged(found)
    st.subheader(f"Nơi một nhà mạng kéo cả xã, phường xuống: {count_text(len(pairs))}")
    st.caption(
        f"Không tính nhà mạng ấy thì tỷ lệ của nơi đó cao hơn ít nhất "
        f"{pct_text(DRAG_LEAST_PCT, 0)[:-2]} điểm "
        "phần trăm. Nên làm việc riêng với nhà mạng ấy trước khi tăng lực lượng của xã, phường."
    )
    if pairs:
        shown = enumerate(pairs[:DRAGGED_SHOWN_COUNT], start=1)
        rows = [_drag(str(place), commune, part, selection) for place, (commune, part) in shown]
        st.html(html_table("communes", DRAGGED, rows))


def show_heat(found: Sequence[CommuneByCarrier], carriers: Sequence[Carrier], selection: Selection) -> None:
    """The rate of every carrier in every commune, in the colours of the map; the order is chosen."""
    st.subheader("Từng xã, phường theo nhà mạng")
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    by_carrier = {f"{carrier.name} thấp nhất": carrier for carrier in carriers}
    order = left.selectbox("Xếp theo", [LOWEST, WIDEST, *by_carrier], key="heat-order")
    is_whole = right.toggle(f"Hiện cả {len(found)} nơi", key="heat-all")
    ordered = in_order(found, WIDEST if order == WIDEST else by_carrier.get(order))
    st.html(heat_html(ordered if is_whole else ordered[:SHOWN_AT_FIRST], carriers, selection))


def in_order(found: Sequence[CommuneByCarrier], by: str | Carrier | None) -> list[CommuneByCarrier]:
    """By the spread between carriers (WIDEST), by one carrier's rate (without it last), or as they are."""
    if by is None:
        return list(found)
    if isinstance(by, Carrier):
        return sorted(
            found, key=lambda it: next((x.verified_pct for x in it.known if x.carrier == by), 101.0)
        )
    return sorted(found, key=lambda it: -it.spread_pct)


def heat_html(found: Sequence[CommuneByCarrier], carriers: Sequence[Carrier], selection: Selection) -> str:
    """A row per commune, a coloured cell per carrier."""
    header = ("", "Xã, phường", "Chung", *(escape(it.name) for it in carriers), "Chênh lệch", "Chưa xác thực")
    rows = [_heat_row(str(place), commune, selection) for place, commune in enumerate(found, start=1)]
    return html_table("communes heat", header, rows)


def _heat_row(place: str, commune: CommuneByCarrier, selection: Selection) -> str:
    rates = [commune.verified_pct, *(part.verified_pct if part else None for part in commune.parts)]
    return cells(
        place,
        _link(commune, selection),
        *(_coloured(rate) for rate in rates),
        f"{pct_text(commune.spread_pct)[:-2]} điểm",
        count_text(commune.unverified_count),
    )


def _coloured(rate: float | None) -> str:
    """The rate on the colour of its class."""
    scale = policy().scales["verified_pct"]
    place = scale.class_of(rate)
    if place is None:
        return NOTHING
    colour = scale.colours[place]
    return f'<b style="background:{colour};color:{ink_on(colour)}">{pct_text(rate)}</b>'


def _drag(place: str, commune: CommuneByCarrier, part: CarrierInCommune, selection: Selection) -> str:
    return cells(
        place,
        _link(commune, selection),
        escape(part.carrier.name),
        pct_text(part.verified_pct),
        pct_text(part.others_pct),
        points_text(part.drag_pct),
        count_text(part.unverified_count),
    )


def _link(commune: CommuneByCarrier, selection: Selection) -> str:
    address = escape(selection.opened(commune.commune_code).as_query())
    return f'<a href="xa-phuong?{address}">{escape(commune.commune_name)}</a>'
