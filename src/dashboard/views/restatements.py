"""Figures corrected after they had been in use: first published beside now known, who, when, why."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.briefing.restatements import (
    FIRST_MEANS,
    mark_of,
    restatement_lines,
    restatement_workbook,
    restatements_workbook,
)
from dashboard.intake.restatement_reason import LONGEST_REASON, NONE_GIVEN, give_reason
from dashboard.intake.wording import carrier_words
from dashboard.measures.cube import COUNTS
from dashboard.measures.restatements import CHANGE, FIRST, Restatement, restated_communes, restatements
from dashboard.measures.wording import NOTHING, count_change_text, count_text, pct_text, points_text
from dashboard.reference.columns import columns
from dashboard.views.plain import plain
from dashboard.views.received import wall_clock
from dashboard.views.who import is_officer, who
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.live import live

ROW_HEIGHT, MOST_HEIGHT = 35, 315  # pixels
TABLE_KEY = "restatements"


def show_restatements() -> None:
    """The list, the newest first; below, the one chosen, at first the newest."""
    with live().store.reader() as cursor:
        found = restatements(cursor)
    if not found:
        st.info("Chưa có số liệu nào bị đính chính sau hạn báo cáo.", icon=":material/verified:")
        return
    if mark := mark_of(*found):
        st.markdown(f":red-badge[{mark}]")
    st.markdown(f"**{len(found)}** lần đính chính. {FIRST_MEANS}")
    chosen = found[_chosen(found)]
    st.download_button(
        "Tải danh sách đính chính (Excel)",
        data=partial(restatements_workbook, found),
        file_name="dinh-chinh.xlsx",
        mime=MEDIA_TYPES["xlsx"],
        on_click="ignore",
        icon=":material/download:",
    )
    with st.container(border=True):
        _show_one(chosen)


def _chosen(found: tuple[Restatement, ...]) -> int:
    event = st.dataframe(
        pd.DataFrame([_row(it) for it in found]),
        hide_index=True,
        width="stretch",
        height=min(MOST_HEIGHT, ROW_HEIGHT * (len(found) + 1) + 3),
        placeholder=NOTHING,
        on_select="rerun",
        selection_mode="single-row",
        key=TABLE_KEY,
        column_config={
            "Kỳ": st.column_config.DateColumn(format="DD/MM/YYYY"),
            "Đính chính lúc": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm"),
        }
        | {
            name: st.column_config.TextColumn(alignment="right")
            for name in ("Đã XT đầu", "Đã XT nay", "± Đã XT")
        },
    )
    rows = event["selection"]["rows"]
    return rows[0] if rows and rows[0] < len(found) else 0


def _row(it: Restatement) -> dict[str, Any]:
    first, now = it.first, it.now
    return {
        "Kỳ": it.round_on,
        "Nhà mạng": carrier_words(it.carrier_code),
        "Đính chính lúc": wall_clock(now.received_at),
        "Đã XT đầu": count_text(first.totals["verified_count"]),
        "Đã XT nay": count_text(now.totals["verified_count"]),
        "± Đã XT": count_change_text(it.change("verified_count")),
        "Tỷ lệ": f"{pct_text(first.verified_pct, 2)} → {pct_text(now.verified_pct, 2)}",
        "Số tệp": len(it.files),
        "Người nhận": now.taken_in_by,
        "Lý do": now.reason.text if now.reason else NONE_GIVEN,
    }


def _show_one(it: Restatement) -> None:
    title, *lines = restatement_lines(it)
    st.subheader(plain(title))
    said, summed = st.columns([3, 2], gap="large")
    with said:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
        if is_officer():
            _ask_reason(it)
    with summed:
        st.dataframe(
            _sums(it), hide_index=True, width="stretch", column_config=_right("Chỉ tiêu"), placeholder=NOTHING
        )
    _show_communes(it)


def _ask_reason(it: Restatement) -> None:
    """Why, to be written or changed later; the last words stand, the earlier ones are kept."""
    known = it.now.reason.text if it.now.reason else ""
    with st.form(f"reason-{it.now.submission_id}", border=False):
        words = st.text_input("Lý do đính chính", known, max_chars=LONGEST_REASON, placeholder=NONE_GIVEN)
        if st.form_submit_button("Ghi lý do", icon=":material/edit:"):
            give_reason(live().store, it.now.submission_id, words, who(OFFICERS))
            st.rerun()


def _show_communes(it: Restatement) -> None:
    with live().store.reader() as cursor:
        changed = restated_communes(cursor, it)
    st.markdown(f"**{changed.num_rows} xã, phường đổi số**; các xã, phường khác giữ nguyên.")
    moved = [name for name in COUNTS if changed[FIRST + name].to_pylist() != changed[name].to_pylist()]
    rows = [_commune(row, moved) for row in changed.to_pylist()]
    if rows:
        st.dataframe(
            pd.DataFrame(rows),
            hide_index=True,
            width="stretch",
            column_config=_right("Xã, phường"),
            placeholder=NOTHING,
        )
    st.download_button(
        "Tải chi tiết theo xã, phường (Excel)",
        data=partial(restatement_workbook, it, changed),
        file_name=f"dinh-chinh_{it.carrier_code}_{it.round_on.isoformat()}.xlsx",
        mime=MEDIA_TYPES["xlsx"],
        on_click="ignore",
        icon=":material/download:",
    )


def _commune(row: dict[str, Any], counts: list[str]) -> dict[str, str]:
    """These counts of a commune: first, now, difference. Those that changed nowhere are in the workbook."""
    told = {"Xã, phường": row["commune_name"]}
    for name in counts:
        was, now, change = row[FIRST + name], row[name], row[CHANGE.format(name)]
        label = columns()[name].short_label
        told[f"{label} đầu"], told[f"{label} nay"] = count_text(was), count_text(now)
        told[f"± {label}"] = count_change_text(change)
    return told


def _sums(it: Restatement) -> pd.DataFrame:
    rows = [
        (
            columns()[name].label,
            *map(count_text, (it.first.totals[name], it.now.totals[name])),
            count_change_text(it.change(name)),
        )
        for name in COUNTS
    ]
    was, now = it.first.verified_pct, it.now.verified_pct
    points = now - was if was is not None and now is not None else None
    rows.append((columns()["verified_pct"].label, pct_text(was, 2), pct_text(now, 2), points_text(points, 2)))
    return pd.DataFrame(rows, columns=["Chỉ tiêu", "Lần đầu", "Nay biết", "Chênh lệch"])


def _right(first: str) -> dict[str, Any]:
    """Figures told as text stand to the right; the first column is a name."""
    names = ["Lần đầu", "Nay biết", "Chênh lệch"]
    for count in COUNTS:
        label = columns()[count].short_label
        names += [f"{label} đầu", f"{label} nay", f"± {label}"]
    config: dict[str, Any] = {name: st.column_config.TextColumn(alignment="right") for name in names}
    return {first: st.column_config.TextColumn(width="medium"), **config}
