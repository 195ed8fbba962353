"""Every file that came in, refused too, and which of them the figures rest on; a row opens its receipt."""

from collections import Counter
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.intake.acceptance import FiledWarning, warnings_filed
from dashboard.intake.journal import Act, Entry, read_entries
from dashboard.intake.receipt import Status
from dashboard.intake.receipts import RemadeReceipt, remake_receipt
from dashboard.intake.sender_sees import remade_as_sender_sees
from dashboard.measures.standing import standing_files
from dashboard.measures.wording import NOTHING, count_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.settings import LOCAL_ZONE
from dashboard.views.empty import say_no_figures
from dashboard.views.receipt import STATUS
from dashboard.views.receipt_again import show_receipt_again
from dashboard.views.who import viewer
from dashboard.web.live import live

REFUSED = "Bị từ chối"  # the act is past; of a file that is only looked at the page says "Không nhận"
TAKEN_IN = "Đã nhận"
IN_ADDRESS = "bien-nhan"  # number of the receipt that is open
TABLE_KEY = "received-files"
ROW_HEIGHT, MOST_HEIGHT = 35, 353  # pixels: the receipt below stays in sight


def show_received() -> None:
    """All files that are the viewer's to see, newest first; below, the receipt of the one chosen."""
    looking, every = viewer(), read_entries(live().store.home)
    entries = [entry for entry in every if looking.may_see_files_of(entry.carrier_code)]
    if not entries and looking.sees_every_carrier:
        say_no_figures()
    if not entries:
        return
    refused_count = sum(entry.act is Act.REFUSED for entry in entries)
    st.markdown(
        f"Đã tiếp nhận **{count_text(len(entries) - refused_count)}** tệp, "
        f"từ chối **{count_text(refused_count)}** tệp. Tệp gốc được giữ nguyên. "
        "Chọn ô ở đầu một dòng để xem biên nhận."
    )
    newest_first = sorted(entries, key=lambda entry: (entry.received_at, entry.ordinal), reverse=True)
    chosen = _chosen(newest_first)
    if chosen is not None:
        show_receipt_again(_remade(chosen))


def wall_clock(moment: datetime | None) -> datetime | None:
    """A moment by the Department's clock without its zone: the browser would turn it to its own."""
    return None if moment is None else moment.astimezone(LOCAL_ZONE).replace(tzinfo=None)


def result_of(status: Status, act: Act | None = None) -> str:
    """What became of a file that came in."""
    return REFUSED if act is Act.REFUSED or status is Status.REJECTED else STATUS[status][0]


def _chosen(entries: list[Entry]) -> Entry | None:
    """Show the files; the one whose row is chosen, else the one that the address names."""
    is_all = viewer().sees_every_carrier
    with live().store.reader() as cursor:
        standing = {file.submission_id for file in standing_files(cursor)}
        reviews = _reviews(warnings_filed(cursor))
    event = st.dataframe(
        pd.DataFrame(
            [_row(entry, standing, reviews) if is_all else _own_row(entry, standing) for entry in entries]
        ),
        hide_index=True,
        width="stretch",
        height=min(MOST_HEIGHT, ROW_HEIGHT * (len(entries) + 1) + 3),
        placeholder=NOTHING,
        on_select="rerun",
        selection_mode="single-row",
        key=TABLE_KEY,
        column_config={
            "Lúc nhận": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm"),
            "Kỳ": st.column_config.DateColumn(format="DD/MM/YYYY"),
            "Kết quả": st.column_config.TextColumn(width=160),
            "Cảnh báo": st.column_config.TextColumn(width=120),
            "Tệp": st.column_config.TextColumn(width=240),
        },
    )
    rows = event["selection"]["rows"]
    if rows and rows[0] < len(entries):
        return entries[rows[0]]
    asked = st.query_params.get(IN_ADDRESS, "")
    return next((entry for entry in entries if entry.submission_id == asked.zfill(8)), None)


def _reviews(warnings: tuple[FiledWarning, ...]) -> dict[str, str]:
    """Submission -> how many of its warnings nobody has looked at, of the files that stand."""
    waiting = Counter(it.submission_id for it in warnings if it.acceptance is None)
    looked_at = dict.fromkeys((it.submission_id for it in warnings), "đã xem xét")
    return looked_at | {name: f"{count_text(count)} chưa xem xét" for name, count in waiting.items()}


def _remade(entry: Entry) -> RemadeReceipt:
    """The receipt of an act, made again once for a state of the data."""
    store = live().store
    kept: dict[tuple[str, int], RemadeReceipt] = st.session_state.setdefault("remade_receipts", {})
    key = (entry.submission_id, store.commits.count)
    if key not in kept:
        kept.clear()  # one at a time: a reading with its bytes is not small
        kept[key] = remake_receipt(entry, store)
    return kept[key] if viewer().sees_every_carrier else remade_as_sender_sees(kept[key])


def _own_row(entry: Entry, standing: set[str]) -> dict[str, Any]:
    """For who sent it: taken in or not. Whether it has warnings may rest on what others reported."""
    row = _row(entry, standing, {})
    return {name: value for name, value in row.items() if name not in ("Cảnh báo", "Người nhận")} | {
        "Kết quả": REFUSED if entry.act is Act.REFUSED else TAKEN_IN
    }


def _row(entry: Entry, standing: set[str], reviews: dict[str, str]) -> dict[str, Any]:
    carrier = carrier_by_code().get(entry.carrier_code or "")
    return {
        "Số": entry.ordinal,
        "Lúc nhận": wall_clock(entry.received_at),
        "Nhà mạng": carrier.name if carrier else None,
        "Kỳ": entry.round_on,
        "Kết quả": result_of(entry.status, entry.act),
        "Cảnh báo": reviews.get(entry.submission_id),
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
