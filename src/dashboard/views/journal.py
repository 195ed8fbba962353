"""The journal on the page: looked through, taken away exactly as shown, and held against its chain."""

from collections.abc import Mapping
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from dashboard.briefing.journal_book import acts_file, acts_table, field_words, seen_by
from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures import is_simulated
from dashboard.measures.wording import NOTHING, count_text, day_text
from dashboard.reference.columns import columns
from dashboard.store.chain import verify
from dashboard.store.journal import JOURNAL_NAME
from dashboard.upkeep.act_words import chain_words, subject_words
from dashboard.upkeep.acts import Done, Wanted, acts_of, matching
from dashboard.views import clock
from dashboard.views.received import wall_clock
from dashboard.views.who import viewer
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.live import live

KINDS = {**MEDIA_TYPES, "json": "application/json"}
ANY = "Mọi loại việc"
MOST_HEIGHT, ROW_HEIGHT = 520, 35  # pixels
WIDTHS: Mapping[str, Literal["small", "medium"]] = {
    "act_key": "medium",
    "act_before": "medium",
    "act_after": "medium",
    "reason": "medium",
    "ordinal": "small",
}


def show_journal() -> None:
    """Fields to look by, what was found with before and after, files of it, and the check."""
    acts = seen_by(acts_of(live().store.home), viewer())
    wanted = _wanted(acts)
    found = matching(acts, wanted)
    told = f"{count_text(len(found))} trong {count_text(len(acts))} việc, mới nhất trước."
    st.caption(f"{told} Chọn một dòng để xem từng mục đã đổi.")
    _show_table(found)
    _show_downloads(found, wanted)
    _show_check()


def _wanted(acts: tuple[Done, ...]) -> Wanted:
    subjects = sorted({act.subject for act in acts}, key=subject_words)
    words, by, subject, first, last = st.columns([3, 2, 2, 1.3, 1.3])
    chosen = subject.selectbox(
        "Loại việc", ["", *subjects], format_func=lambda it: subject_words(it) if it else ANY
    )
    return Wanted(
        by=by.text_input("Ai", placeholder="Họ tên, tài khoản"),
        subject=chosen,
        first_on=first.date_input("Từ ngày", value=None, format="DD/MM/YYYY"),
        last_on=last.date_input("Đến hết ngày", value=None, format="DD/MM/YYYY"),
        words=words.text_input("Tìm trong nhật ký", placeholder="Không cần gõ dấu"),
    )


def _show_table(found: tuple[Done, ...]) -> None:
    if not found:
        st.info("Không có việc nào như vậy.", icon=":material/search_off:")
        return
    table = acts_table(found).to_pandas()
    table["acted_at"] = pd.Series([wall_clock(act.done_at) for act in found])
    shown = {
        name: st.column_config.DatetimeColumn(columns()[name].short_label, format="DD/MM/YYYY HH:mm:ss")
        if name == "acted_at"
        else st.column_config.Column(columns()[name].short_label, width=WIDTHS.get(name))
        for name in table.columns
    }
    height = min((len(table) + 1) * ROW_HEIGHT + 3, MOST_HEIGHT)
    event = st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=height,
        column_config=shown,
        on_select="rerun",
        selection_mode="single-row",
        key="journal-acts",
        placeholder=NOTHING,
    )
    chosen = [found[row] for row in event["selection"]["rows"] if row < len(found)]
    if chosen:
        _show_changes(chosen[0])


def _show_changes(act: Done) -> None:
    """Field by field what one act changed."""
    st.subheader(f"Việc số {count_text(act.ordinal)}: {subject_words(act.subject)}")
    rows = [{"Mục": field_words(it.name), "Trước": it.before, "Sau": it.after} for it in act.changes]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", placeholder=NOTHING)


def _show_downloads(found: tuple[Done, ...], wanted: Wanted) -> None:
    with live().store.reader() as cursor:
        mark = SIMULATED_MARK if is_simulated(cursor) else ""
    with st.container(horizontal=True):
        for kind, media_type in KINDS.items():
            st.download_button(
                f"Nhật ký như đang xem ({kind.upper()})",
                data=partial(acts_file, found, kind, _lines(wanted), mark),
                file_name=f"nhat-ky_{clock.local_now():%Y-%m-%d}.{kind}",
                mime=media_type,
                on_click="ignore",
                key=f"journal-{kind}",
            )


def _lines(wanted: Wanted) -> tuple[str, ...]:
    """What was looked for, for the heading of a file."""
    said = {
        "Tìm": wanted.words,
        "Ai": wanted.by,
        "Loại việc": subject_words(wanted.subject),
        "Từ ngày": day_text(wanted.first_on) if wanted.first_on else "",
        "Đến ngày": day_text(wanted.last_on) if wanted.last_on else "",
    }
    return tuple(f"{label}: {words}" for label, words in said.items() if words) or ("Toàn bộ nhật ký",)


def _show_check() -> None:
    if not st.button("Kiểm tra nhật ký có bị sửa không", icon=":material/verified_user:"):
        return
    path = live().store.home / JOURNAL_NAME
    report = verify(path.read_bytes() if path.exists() else b"")
    say = st.success if report.is_whole else st.error
    say(chain_words(report).replace("\n", "  \n"))
