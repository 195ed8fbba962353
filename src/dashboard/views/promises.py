"""What each carrier promised beside what happened: its last plan, the change since, the new plan."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures import rounds
from dashboard.measures.plans import Plan
from dashboard.measures.promises import Figures, Kept, Promise, promises
from dashboard.measures.wording import NOTHING, count_change_text, count_text, day_text, pct_text
from dashboard.reference.communes import commune_by_code
from dashboard.views.empty import say_no_figures
from dashboard.views.plain import plain
from dashboard.web.live import live

CHANGES = (
    ("Đã xác thực", "verified_count_change"),
    ("Chưa xác thực", "unverified_count_change"),
    ("Khóa 1 chiều", "locked_one_way_count_change"),
    ("Khóa 2 chiều", "locked_two_way_count_change"),
)


def show_promises() -> None:
    """Choose a round; carriers that never gave a plan stand in one line at the end."""
    cursor = live().store.reader()
    known = rounds(cursor)
    if not known:
        say_no_figures()
        return
    round_on = st.selectbox("Xem đến kỳ", sorted(known, reverse=True), format_func=day_text)
    st.caption(
        "Phương án gần nhất trước kỳ này, cạnh thay đổi của chính nhà mạng đó từ kỳ nêu phương án. "
        "Xã, phường lấy từ bảng việc và từ lời văn khi ghi rõ “xã …”, “phường …”; không nêu nơi nào thì chỉ "
        "có số toàn tỉnh."
    )
    found = promises(cursor, round_on)
    with_plan = [promise for promise in found if promise.promised or promise.new]
    for promise in with_plan:
        with st.container(border=True):
            _show(promise, round_on)
    silent = [promise.carrier.name for promise in found if promise not in with_plan]
    if silent:
        st.info(
            f"Chưa nêu phương án nào đến kỳ này: {', '.join(silent)}.", icon=":material/speaker_notes_off:"
        )


def figures_line(promise: Promise) -> str:
    """The carrier's figures of the round in one line."""
    row = promise.province
    if not promise.is_reported:
        return "chưa có số liệu kỳ này"
    return " · ".join(
        (
            f"{pct_text(row['verified_pct'])} đã xác thực",
            f"chưa xác thực {count_text(row['unverified_count'])}",
            f"khóa 1 chiều {count_text(row['locked_one_way_count'])}",
            f"khóa 2 chiều {count_text(row['locked_two_way_count'])}",
        )
    )


def outcome_words(kept: Kept) -> str:
    """What became of a promised item."""
    missing = kept.missing_count
    if missing is None:
        return "không có chỉ tiêu để so" if kept.item.target_count is None else "chưa có số liệu để so"
    if missing == 0:
        return "đạt"
    return f"còn thiếu {count_text(missing)}" if kept.is_due else f"chưa đến hạn, còn {count_text(missing)}"


def changes_table(promise: Promise) -> pd.DataFrame:
    """The change over the province, then in each commune that the plan names."""
    places: list[tuple[str, Figures]] = [("Toàn tỉnh", promise.province)]
    places += [(commune.name, row) for commune, row in promise.places]
    return pd.DataFrame([_change_row(name, row) for name, row in places])


def items_table(promise: Promise) -> pd.DataFrame:
    """Each promised item beside what happened."""
    return pd.DataFrame([_item_row(kept) for kept in promise.kept])


def _show(promise: Promise, round_on: date) -> None:
    mark = f" &nbsp; :red-badge[{SIMULATED_MARK}]" if promise.province["is_simulated"] else ""
    st.markdown(f"**{promise.carrier.name}** &nbsp; {figures_line(promise)}{mark}")
    left, right = st.columns(2)
    with left:
        _show_plan("Đã hứa", promise.promised)
    with right:
        since = promise.promised.round_on if promise.promised else None
        _show_changes(promise, since, round_on)
    if promise.kept:
        st.dataframe(items_table(promise), hide_index=True, width="stretch", placeholder=NOTHING)
    with st.expander(f"Phương án nêu trong kỳ {day_text(round_on)}", expanded=promise.promised is None):
        _show_plan("", promise.new)


def _show_plan(heading: str, plan: Plan | None) -> None:
    if heading:
        st.markdown(f"**{heading}**" + (f" (kỳ {day_text(plan.round_on)})" if plan else ""))
    if plan is None:
        st.caption("Không nêu phương án.")
        return
    for line in (plan.text or "").splitlines():
        st.markdown(plain(line))
    if plan.items and not heading:
        st.dataframe(
            pd.DataFrame([_planned_row(item) for item in plan.items]), hide_index=True, placeholder=NOTHING
        )


def _show_changes(promise: Promise, since: date | None, round_on: date) -> None:
    st.markdown("**Đã làm**" + (f" (từ kỳ {day_text(since)} đến kỳ {day_text(round_on)})" if since else ""))
    if since is None:
        st.caption("Trước kỳ này chưa có phương án để so.")
    elif not promise.is_reported:
        st.caption("Nhà mạng chưa báo cáo kỳ này nên chưa biết đã làm được gì.")
    else:
        st.dataframe(changes_table(promise), hide_index=True, width="stretch", placeholder=NOTHING)


def _change_row(name: str, row: Figures) -> dict[str, Any]:
    return {"Nơi": name} | {
        f"± {label}": None if row[column] is None else count_change_text(row[column])
        for label, column in CHANGES
    }


def _item_row(kept: Kept) -> dict[str, Any]:
    return _planned_row(kept.item) | {
        "Xác thực thêm": None
        if kept.verified_count_change is None
        else count_change_text(kept.verified_count_change),
        "Kết quả": outcome_words(kept),
    }


def _planned_row(item: Any) -> dict[str, Any]:
    place = commune_by_code()[item.commune_code].name if item.commune_code else "Toàn tỉnh"
    return {
        "Việc": item.activity,
        "Nơi": place,
        "Thời hạn": day_text(item.due_on) if item.due_on else None,
        "Chỉ tiêu": count_text(item.target_count) if item.target_count is not None else None,
    }
