"""When the target is reached at the pace seen, by carrier and commune, and how far past forecasts held."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.measures.cube import Cube
from dashboard.measures.forecast import Aim, Damping, Forecast, damping
from dashboard.measures.outlook import (
    next_aim,
    outlook_by_carrier,
    outlook_by_commune,
    outlook_of_province,
    when_words,
)
from dashboard.measures.selection import Selection
from dashboard.measures.wording import NOTHING, count_text, day_text, pct_text
from dashboard.views.download_bar import show_table_downloads
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube

FIGURES = {
    "missing_count": "Còn thiếu",
    "verified_per_week": "Mỗi tuần hiện nay",
    "needed_per_week": "Mỗi tuần cần có",
    "reached_on": "Dự kiến đạt",
    "earliest_on": "Sớm nhất",
    "latest_on": "Muộn nhất",
}


def show_outlook(selection: Selection) -> None:
    """The province in a sentence, carriers, communes that will be late, and what a forecast is worth."""
    store = live().store
    cube, aim = history_cube(store, data_state(store), selection.round_on), next_aim(selection.round_on)
    whole = outlook_of_province(cube, selection.scope, aim)
    if whole is None:
        st.info("Cần ít nhất hai kỳ báo cáo của các nhà mạng đã chọn để tính nhịp xác thực.")
        return
    st.markdown(f"#### {_sentence(whole, aim)}")
    _show_trust(damping(cube, selection.scope))
    st.subheader("Theo nhà mạng")
    _show_table(outlook_by_carrier(cube, selection.scope, aim), "carrier_name", "Nhà mạng")
    _show_late_communes(cube, selection, aim)
    show_table_downloads("outlook", "Bảng dự báo", selection)


def _sentence(whole: Forecast, aim: Aim) -> str:
    target = f"{pct_text(aim.verified_pct, 0)} vào ngày {day_text(aim.due_on)}"
    if not whole.missing_count:
        return f"Đã đạt mục tiêu {target}."
    pace, needed = count_text(round(whole.pace_per_week)), count_text(round(whole.needed_per_week))
    lead = f"Mỗi tuần đang xác thực thêm {pace} thuê bao, cần {needed} để đạt {target}"
    when = when_words(whole)
    return f"{lead}; {when}." if when else f"{lead}."


def _show_trust(past: Damping | None) -> None:
    if past is None:
        st.caption("Chưa đủ kỳ báo cáo để biết nhịp thay đổi ra sao, nên chưa dự báo ngày đạt.")
        return
    held = (
        "chưa đủ kỳ để kiểm tra ngược"
        if past.held_share is None
        else f"kiểm tra ngược {count_text(past.held_of_count)} lần ở các kỳ trước: "
        f"{pct_text(100 * past.held_share, 0)} rơi vào khoảng dự báo (mong đợi 80 %)"
    )
    st.caption(
        f"Ba tuần sau đạt {pct_text(100 * past.middle, 0)} nhịp của ba tuần trước (thường từ "
        f"{pct_text(100 * past.low, 0)} đến {pct_text(100 * past.high, 0)}); {held}. Dự báo giả định cách "
        "làm như hiện nay."
    )


def _show_late_communes(cube: Cube, selection: Selection, aim: Aim) -> None:
    table = outlook_by_commune(cube, selection.scope, aim)
    late = table.filter(pa.array([bool(flag) for flag in table["is_late"].to_pylist()]))
    st.subheader(f"Xã, phường dự kiến chậm hơn {day_text(aim.due_on)}: {late.num_rows}")
    if late.num_rows:
        order = late.append_column("short", pa.array(_shortfall(late)))
        _show_table(order.sort_by([("short", "descending")]), "commune_name", "Xã, phường")


def _shortfall(table: pa.Table) -> list[float]:
    """How much more a week is needed than is made."""
    pairs = zip(table["needed_per_week"].to_pylist(), table["verified_per_week"].to_pylist(), strict=True)
    return [needed - made for needed, made in pairs]


def _show_table(table: pa.Table, key: str, label: str) -> None:
    """Numbers sort as numbers and read as Vietnamese."""
    frame = pd.DataFrame({label: table[key].to_pylist()})
    for name, title in FIGURES.items():
        values = table[name].to_pylist()
        frame[title] = pd.to_datetime(values) if name.endswith("_on") else pd.array(values, dtype="Float64")
    tell: dict[Any, Callable[[Any], str]] = {
        title: day_text if name.endswith("_on") else _whole for name, title in FIGURES.items()
    }
    st.dataframe(
        frame.style.format(dict(tell), na_rep=NOTHING), hide_index=True, width="stretch", placeholder=NOTHING
    )


def _whole(value: float) -> str:
    return count_text(round(value))
