"""Carriers beside one another: their progress beside their reports, then commune by commune."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.measures.carrier_gaps import communes_by_carrier
from dashboard.measures.carrier_record import CarrierRecord, carrier_records
from dashboard.measures.punctuality import ROUNDS_SHOWN, Punctuality, tally
from dashboard.measures.selection import Selection
from dashboard.measures.wording import count_text, pct_text, points_text
from dashboard.views import clock
from dashboard.views.carrier_heat import show_dragged, show_heat
from dashboard.views.download_bar import show_table_downloads
from dashboard.views.html_table import cells, html_table
from dashboard.views.meaning import meaning_of
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube

HEADER = (
    "",
    "Nhà mạng",
    "Tỷ lệ",
    "So với kỳ trước",
    "Chưa xác thực",
    "Sắp khóa 2 chiều",
    "Đúng hạn / muộn / thiếu",
    "Gửi lại",
    "Đính chính sau hạn",
    "Cảnh báo mở",
    "SIM rác (đã xử lý)",
    "Không chính chủ",
)


def show_carriers_side_by_side(selection: Selection) -> None:
    """From whole carriers to one carrier in one commune."""
    store = live().store
    cube = history_cube(store, data_state(store), selection.round_on)
    found = communes_by_carrier(cube, selection.scope)
    if not found:
        st.info("Chưa có số liệu của nhà mạng đã chọn trong kỳ này. Hãy chọn kỳ hoặc nhà mạng khác.")
        return
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.subheader("Tiến độ bên cạnh chất lượng báo cáo")
    with right.popover("Các chỉ số", icon=":material/help:", width="stretch"):
        st.markdown(meaning_of("verified_pct", "two_way_soon_at_most_count", "drag_pct"))
    with store.reader() as cursor:
        st.html(record_html(carrier_records(cursor, cube, selection.scope, clock.local_now())))
    st.caption(
        f"Đúng hạn, muộn, thiếu và số tệp gửi lại: {ROUNDS_SHOWN} kỳ gần nhất. Cảnh báo mở: chưa ai xem xét, "
        "của kỳ này. Sắp khóa 2 chiều: tối đa trong bảy ngày tới; báo cáo không cho biết ngày khóa của từng "
        "thuê bao nên đây là mức trần. –: không có trong báo cáo của nhà mạng."
    )
    show_dragged(found, selection)
    carriers = [cube.expected.carriers[place] for place in cube.expected.carriers_in(selection.scope)]
    show_heat(found, carriers, selection)
    show_table_downloads("carriers-in-communes", "Bảng xã, phường theo nhà mạng", selection)


def record_html(records: Sequence[CarrierRecord]) -> str:
    """A row per carrier."""
    return html_table("communes", HEADER, [_record(place, it) for place, it in enumerate(records, start=1)])


def _record(place: int, record: CarrierRecord) -> str:
    sims = record.sims
    found, handled = count_text(sims.junk_sim_found_count), count_text(sims.junk_sim_handled_count)
    return cells(
        str(place),
        escape(record.carrier.name),
        pct_text(record.verified_pct),
        points_text(record.verified_pct_change),
        count_text(record.unverified_count),
        f"≤ {count_text(record.two_way_soon_at_most_count)}",
        _turns(record),
        count_text(record.resent_count),
        count_text(record.restated_count),
        count_text(record.open_warnings_count),
        f"{found} ({handled})",
        count_text(sims.sim_not_own_name_count),
    )


def _turns(record: CarrierRecord) -> str:
    counted = tally(record.turns)
    kinds = (Punctuality.ON_TIME, Punctuality.LATE, Punctuality.MISSING)
    return " / ".join(count_text(counted.get(kind, 0)) for kind in kinds)
