"""What people have confirmed of names and tables, each to be taken back."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.intake.layout import confirmed as layouts
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.vocabulary import SILENT_COLUMNS
from dashboard.intake.matching import aliases
from dashboard.intake.matching.places import Lists
from dashboard.intake.reading.sheet import column_letter
from dashboard.intake.wording import carrier_words
from dashboard.measures.wording import NOTHING
from dashboard.reference.columns import columns
from dashboard.store.decisions import Decision, decisions_in_force
from dashboard.views.received import wall_clock
from dashboard.views.who import is_officer, who
from dashboard.web.live import live

Words = Callable[[Decision], dict[str, Any]]


def show_confirmed() -> None:
    """Names, then layouts; what is withdrawn is asked again of the files to come, those taken in stay."""
    st.subheader("Tên gọi đã xác nhận")
    _show(aliases.SUBJECT, _alias_row, "Tên trong tệp")
    st.subheader("Mẫu bảng đã xác nhận")
    _show(layouts.SUBJECT, _layout_row, "Mẫu")


def _show(subject: str, words: Words, name: str) -> None:
    with live().store.reader() as cursor:
        found = decisions_in_force(cursor, subject)
    if not found:
        st.caption("Chưa có gì. Khi nhận một tệp có tên hoặc bảng lạ, ứng dụng sẽ hỏi ngay tại tệp đó.")
        return
    rows = {key: words(decision) | _signed(decision) for key, decision in found.items()}
    st.dataframe(
        pd.DataFrame(list(rows.values())),
        hide_index=True,
        width="stretch",
        column_config={"Lúc": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm")},
        placeholder=NOTHING,
    )
    if is_officer():
        _withdraw(subject, {key: row[name] for key, row in rows.items()})


def _signed(decision: Decision) -> dict[str, Any]:
    return {"Người xác nhận": decision.decided_by, "Lúc": wall_clock(decision.decided_at)}


def _withdraw(subject: str, names: Mapping[str, str]) -> None:
    left, middle, right = st.columns([3, 3, 1], vertical_alignment="bottom")
    keys = left.multiselect(
        "Thu hồi",
        list(names),
        format_func=lambda key: names[key],
        placeholder="Chọn mục cần thu hồi",
        key=f"withdrawn-{subject}",
    )
    reason = middle.text_input("Lý do", key=f"reason-{subject}")
    if right.button("Thu hồi", disabled=not keys, icon=":material/undo:", key=f"withdraw-{subject}"):
        for key in keys:
            _take_back(subject, key, reason)
        st.rerun()


def _take_back(subject: str, key: str, reason: str) -> None:
    withdraw = aliases.withdraw_alias if subject == aliases.SUBJECT else layouts.withdraw_layout
    withdraw(live().store, key, who(OFFICERS), reason)


def _alias_row(decision: Decision) -> dict[str, Any]:
    alias = aliases.alias_of(decision)
    is_old = alias.written.lists is Lists.BEFORE
    district = f" ({alias.written.district})" if alias.written.district else ""
    return {
        "Tên trong tệp": f"{alias.written.name}{district}",
        "Là": alias.place.full_name if alias.place else f"mã {alias.code}",
        "Mã": alias.code,
        "Danh mục": "xã, phường cũ" if is_old else "hiện nay",
        "Tệp": alias.file_name,
    }


def _layout_row(decision: Decision) -> dict[str, Any]:
    layout = layouts.layout_of(decision)
    whose = carrier_words(layout.carrier_code)
    return {
        "Mẫu": f"{whose}, phiên bản {layout.version} ({layout.file_name})",
        "Từ kỳ": layout.valid_from_on.strftime("%d/%m/%Y"),
        "Các cột": _columns_words(layout),
    }


def _columns_words(layout: Layout) -> str:
    read = {name: index for name, index in layout.columns.items() if name not in SILENT_COLUMNS}
    by_place = sorted(read.items(), key=lambda item: item[1])
    return "; ".join(f"{column_letter(index)}: {columns()[name].short_label}" for name, index in by_place)
