"""Every file that came in, refused ones too, and which of them the figures rest on."""

from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.intake.journal import Act, Entry, read_entries
from dashboard.intake.receipt import Status
from dashboard.measures.standing import standing_files
from dashboard.measures.wording import NOTHING, count_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.settings import LOCAL_ZONE
from dashboard.views.empty import say_no_figures
from dashboard.views.receipt import STATUS
from dashboard.web.live import live

REFUSED = "Bị từ chối"  # the act is past; of a file that is only looked at the page says "Không nhận"


def show_received() -> None:
    """All files, newest first, as the journal has them."""
    entries = read_entries(live().store.home)
    if not entries:
        say_no_figures()
        return
    refused_count = sum(entry.act is Act.REFUSED for entry in entries)
    st.markdown(
        f"Đã tiếp nhận **{count_text(len(entries) - refused_count)}** tệp, "
        f"từ chối **{count_text(refused_count)}** tệp. Tệp gốc được giữ nguyên."
    )
    standing = {file.submission_id for file in standing_files(live().store.reader())}
    newest_first = sorted(entries, key=lambda entry: entry.received_at, reverse=True)
    st.dataframe(
        pd.DataFrame([_row(entry, standing) for entry in newest_first]),
        hide_index=True,
        width="stretch",
        height=560,
        placeholder=NOTHING,
        column_config={
            "Lúc nhận": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm"),
            "Kỳ": st.column_config.DateColumn(format="DD/MM/YYYY"),
            "Kết quả": st.column_config.TextColumn(width=160),
            "Tệp": st.column_config.TextColumn(width=260),
        },
    )


def wall_clock(moment: datetime | None) -> datetime | None:
    """A moment by the Department's clock without its zone: the browser would turn it to its own."""
    return None if moment is None else moment.astimezone(LOCAL_ZONE).replace(tzinfo=None)


def result_of(status: Status, act: Act | None = None) -> str:
    """What became of a file that came in."""
    return REFUSED if act is Act.REFUSED or status is Status.REJECTED else STATUS[status][0]


def _row(entry: Entry, standing: set[str]) -> dict[str, Any]:
    carrier = carrier_by_code().get(entry.carrier_code or "")
    return {
        "Lúc nhận": wall_clock(entry.received_at),
        "Nhà mạng": carrier.name if carrier else None,
        "Kỳ": entry.round_on,
        "Kết quả": result_of(entry.status, entry.act),
        "Hiệu lực": _force(entry, standing),
        "Tệp": entry.file_name,
        "Mô phỏng": "có" if entry.is_simulated else "",
        "Người nhận": entry.taken_in_by,
        "SHA-256": entry.sha256[:12],
    }


def _force(entry: Entry, standing: set[str]) -> str:
    if entry.act is Act.REFUSED:
        return "không nhận"
    return "đang dùng" if entry.submission_id in standing else "đã được thay thế"
