"""The state of a round: which carriers sent their report, in time or late, and who is missing."""

from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.intake.receipt import Status
from dashboard.measures import Scope, reporting_status, rounds
from dashboard.measures.wording import NOTHING, day_text, time_text
from dashboard.reference.rounds import due_at, round_of
from dashboard.settings import LOCAL_ZONE
from dashboard.views.received import result_of, wall_clock
from dashboard.web.live import live

MINUTES_PER_HOUR, MINUTES_PER_DAY = 60, 1440
SOON = timedelta(days=2)  # so long before it is due the question becomes who has not reported yet


def show_round_status() -> None:
    """Per carrier: sent in time, late and by how much, or missing."""
    cursor = live().store.reader()
    today = datetime.now(LOCAL_ZONE).date()
    known = rounds(cursor)
    offered = sorted({*known, round_of(today)}, reverse=True)
    chosen = round_to_show(known, today, st.query_params.get("tuan", ""))
    round_on = st.selectbox("Kỳ báo cáo", offered, offered.index(chosen), format_func=day_text)
    rows = reporting_status(cursor, Scope(round_on)).to_pylist()
    missing = [row["carrier_name"] for row in rows if row["is_missing"]]
    received_count = len(rows) - len(missing)
    st.markdown(f"Hạn: **{time_text(due_at(round_on))}** · đã nhận **{received_count}/{len(rows)}** nhà mạng")
    if missing:
        st.warning(
            f"Chưa báo cáo: {', '.join(missing)}. Số liệu kỳ này chưa đủ nhà mạng.", icon=":material/warning:"
        )
    _show_table(rows)


def round_to_show(known: tuple[date, ...], today: date, asked: str) -> date:
    """The round asked for (ISO date), else the one now due if it has a file or is due soon, else the newest
    with figures."""
    due = round_of(today)
    wanted = next((day for day in (*known, due) if day.isoformat() == asked), None)
    if wanted:
        return wanted
    return due if due in known or due - today <= SOON or not known else known[-1]


def _show_table(rows: list[dict[str, Any]]) -> None:
    st.dataframe(
        pd.DataFrame([_row(row) for row in rows]),
        hide_index=True,
        width="stretch",
        placeholder=NOTHING,
        column_config={
            "Nhận lúc": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm"),
            "Kỳ gần nhất đã báo cáo": st.column_config.DateColumn(format="DD/MM/YYYY"),
        },
    )


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "Nhà mạng": row["carrier_name"],
        "Tình trạng": _punctuality(row),
        "Nhận lúc": wall_clock(row["received_at"]),
        "Số lần gửi": row["files_count"],
        "Xã, phường": row["communes_count"],
        "Kết quả": result_of(Status(row["status"])) if row["status"] else None,
        "Tệp": row["file_name"],
        "Kỳ gần nhất đã báo cáo": row["last_reported_on"],
    }


def _punctuality(row: dict[str, Any]) -> str:
    if row["is_missing"]:
        return "Chưa báo cáo"
    if not row["late_minutes"]:
        return "Đúng hạn"
    return f"Muộn {_duration(max(1, row['late_minutes'] - 1))}"  # whole minutes gone by, as the clock shows


def _duration(minutes: int) -> str:
    if minutes >= MINUTES_PER_DAY:
        days, rest = divmod(minutes, MINUTES_PER_DAY)
        return f"{days} ngày {rest // MINUTES_PER_HOUR} giờ"
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    return f"{hours} giờ {rest} phút" if hours else f"{rest} phút"
