"""Who has sent what: the state of a round, and every file that came in, refused ones too."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.intake.journal import Act, read_entries
from dashboard.intake.receipt import Status
from dashboard.measures import Scope, reporting_status, rounds
from dashboard.measures.wording import NOTHING, day_text, time_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.rounds import due_at
from dashboard.views.empty import show_no_figures
from dashboard.views.receipt import STATUS
from dashboard.web.live import live

MINUTES_PER_HOUR, MINUTES_PER_DAY = 60, 1440


def show_round_status() -> None:
    """Per carrier: sent in time, late and by how much, or missing."""
    cursor = live().store.reader()
    known = rounds(cursor)
    if not known:
        show_no_figures()
        return
    round_on = st.selectbox("Kỳ báo cáo", known[::-1], format_func=day_text)
    rows = reporting_status(cursor, Scope(round_on)).to_pylist()
    missing = [row["carrier_name"] for row in rows if row["is_missing"]]
    received_count = len(rows) - len(missing)
    st.markdown(f"Hạn: **{time_text(due_at(round_on))}** · đã nhận **{received_count}/{len(rows)}** nhà mạng")
    if missing:
        st.warning(
            f"Chưa báo cáo: {', '.join(missing)}. Số liệu kỳ này chưa đủ nhà mạng.", icon=":material/warning:"
        )
    st.dataframe(pd.DataFrame([_status_row(row) for row in rows]), hide_index=True, width="stretch")


def show_received() -> None:
    """All files, newest first, as the journal has them."""
    entries = read_entries(live().store.home)
    if not entries:
        show_no_figures()
        return
    refused_count = sum(entry.act is Act.REFUSED for entry in entries)
    st.markdown(
        f"**{len(entries)}** tệp đã đến, **{refused_count}** tệp không nhận. Tệp gốc được giữ nguyên."
    )
    rows = [
        {
            "Lúc nhận": time_text(entry.received_at),
            "Tệp": entry.file_name,
            "Nhà mạng": _carrier_name(entry.carrier_code),
            "Kỳ": day_text(entry.round_on) if entry.round_on else NOTHING,
            "Kết quả": STATUS[entry.status][0],
            "Mô phỏng": "có" if entry.is_simulated else "",
            "Người nhận": entry.taken_in_by,
            "SHA-256": entry.sha256[:12],
        }
        for entry in sorted(entries, key=lambda entry: entry.received_at, reverse=True)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=560)


def _status_row(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "Nhà mạng": row["carrier_name"],
        "Tình trạng": _punctuality(row),
        "Nhận lúc": time_text(row["received_at"]) if row["received_at"] else NOTHING,
        "Số lần gửi": row["files_count"],
        "Xã, phường": row["communes_count"],
        "Kết quả": STATUS[Status(row["status"])][0] if row["status"] else NOTHING,
        "Tệp": row["file_name"] or NOTHING,
        "Kỳ gần nhất đã báo cáo": day_text(row["last_reported_on"]) if row["last_reported_on"] else NOTHING,
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


def _carrier_name(code: str | None) -> str:
    carrier = carrier_by_code().get(code or "")
    return carrier.name if carrier else NOTHING
