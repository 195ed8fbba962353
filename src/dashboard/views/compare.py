"""Places side by side, chosen by the reader and kept in the address; and communes like one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboard.briefing.tables import table_as_xlsx
from dashboard.briefing.workbook import Heading
from dashboard.figures.template import Caption
from dashboard.figures.trend import trend_of_places
from dashboard.measures.likeness import Like, communes_like
from dashboard.measures.places import MOST_COMPARED_COUNT, Place, places, places_in
from dashboard.measures.selection import Selection
from dashboard.measures.side_by_side import PlaceFigures, compared_table, side_by_side
from dashboard.measures.wording import NOTHING, count_text, pct_text, points_text
from dashboard.reference.carriers import carriers
from dashboard.views.address import asked
from dashboard.views.chart import show_chart
from dashboard.views.html_table import cells, html_table
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube
from dashboard.web.words import words_of

IN_ADDRESS = "so-sanh"
CHOSEN = "compared-places"
LINES: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("Tỷ lệ xác thực", "verified_pct", pct_text),
    ("So với kỳ trước", "verified_pct_change", points_text),
    ("Tổng thuê bao", "total_count", count_text),
    ("Chưa xác thực", "unverified_count", count_text),
    ("Khóa 1 chiều", "locked_one_way_count", count_text),
    ("Khóa 2 chiều", "locked_two_way_count", count_text),
)
LIKE_HEADER = ("", "Xã, phường", "Giống ở", "Tỷ lệ", "Chưa xác thực")


def show_comparison(selection: Selection) -> None:
    """The choice, then table and chart; below, who is like the first commune chosen."""
    chosen = _choose(selection)
    if len(chosen) < 2:
        st.info("Chọn ít nhất hai nơi để đặt cạnh nhau: xã, phường, các huyện cũ, hoặc toàn tỉnh.")
    else:
        with live().store.reader() as cursor:
            found = side_by_side(cursor, selection.scope, chosen)
        st.html(compared_html(found))
        _show_chart(found, selection)
        _offer(found, selection)
    one = next((place for place in chosen if len(place.communes) == 1), None)
    if one:
        _show_like(one, selection)


def _choose(selection: Selection) -> tuple[Place, ...]:
    if CHOSEN not in st.session_state:
        opened = selection.commune_code or ""
        st.session_state[CHOSEN] = [it.key for it in places_in(st.query_params.get(IN_ADDRESS, opened))]
    keys = st.multiselect(
        "Đặt cạnh nhau",
        list(places()),
        key=CHOSEN,
        format_func=lambda key: places()[key].name,
        max_selections=MOST_COMPARED_COUNT,
        placeholder="Xã, phường, huyện cũ, toàn tỉnh…",
    )
    if st.query_params.get(IN_ADDRESS, "") != ",".join(keys):
        st.query_params.from_dict(asked() | {"tab": "so-sanh", IN_ADDRESS: ",".join(keys)})
    return places_in(",".join(keys))


def compared_html(found: Sequence[PlaceFigures]) -> str:
    """A row per figure, a column per place."""
    header = ("", "Chỉ số", *(it.place.name for it in found))
    rows = [cells("", label, *(tell(it.figures[name]) for it in found)) for label, name, tell in LINES]
    rows.append(cells("", "Nhịp mỗi tuần", *(_rounded(it.pace_per_week) for it in found)))
    rows.append(cells("", "Số tuần còn cần", *(_rounded(it.weeks_left) for it in found)))
    for carrier in carriers():
        rates = [it.carriers_pct.get(carrier.code) for it in found]
        if any(rate is not None for rate in rates):
            rows.append(cells("", f"Tỷ lệ {carrier.name}", *map(pct_text, rates)))
    return html_table("communes", header, rows)


def _rounded(value: float | None) -> str:
    return NOTHING if value is None else count_text(round(value))


def _show_chart(found: Sequence[PlaceFigures], selection: Selection) -> None:
    words = words_of(selection, live().store)
    caption = Caption("Tỷ lệ xác thực qua các kỳ", words.lines, (words.source,), words.mark)
    lines = {it.place.name: it.history for it in found}
    show_chart(trend_of_places(lines, caption), f"so-sanh-{selection.round_on:%Y-%m-%d}")


def _offer(found: Sequence[PlaceFigures], selection: Selection) -> None:
    words = words_of(selection, live().store)
    heading = Heading("So sánh các nơi", (*words.lines, *words.notes), words.mark)
    st.download_button(
        "Bảng so sánh (XLSX)",
        data=partial(table_as_xlsx, compared_table(found), heading),
        file_name=f"so-sanh_{selection.round_on:%Y-%m-%d}.xlsx",
        mime=MEDIA_TYPES["xlsx"],
        on_click="ignore",
    )


def _show_like(place: Place, selection: Selection) -> None:
    store = live().store
    cube = history_cube(store, data_state(store), selection.round_on)
    found = communes_like(cube, selection.scope, place.key)
    if not found:
        return
    st.subheader(f"Giống {place.name}")
    st.caption(
        "Gần nhau nhất về số thuê bao, mật độ, tỷ lệ, nhịp mỗi tuần và cơ cấu nhà mạng. Cách làm có "
        "kết quả ở nơi giống "
        "mình đáng thử trước."
    )
    st.html(
        html_table(
            "communes reasons", LIKE_HEADER, [_like(rank, it) for rank, it in enumerate(found, start=1)]
        )
    )
    st.button(
        "Đặt ba nơi giống nhất cạnh nhau",
        on_click=_compare,
        args=([place.key, *(it.commune_code for it in found[:3])],),
    )


def _like(rank: int, like: Like) -> str:
    name = f'<a href="xa-phuong?xa={like.commune_code}">{like.commune_name}</a>'
    return cells(str(rank), name, like.reason, pct_text(like.verified_pct), count_text(like.unverified_count))


def _compare(keys: list[str]) -> None:
    st.session_state[CHOSEN] = keys
