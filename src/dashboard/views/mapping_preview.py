"""What a file would give by the columns chosen, before they are confirmed."""

import pandas as pd
import streamlit as st

from dashboard.intake.examine import Examination
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.matching.match import Match
from dashboard.intake.wording import matches_words
from dashboard.measures.wording import NOTHING, count_text
from dashboard.reference.columns import columns
from dashboard.views.findings import tally

SHOWN_ROWS = 5


def show_preview(examination: Examination) -> None:
    """The first rows read, the sums, and in how many rows the sum holds: a swapped column shows at once."""
    receipt, rows = examination.receipt, examination.case.rows
    if not rows:
        st.warning("Theo các cột này không đọc được dòng số liệu nào.")
        return
    st.markdown(f"**Sẽ đọc được {count_text(len(rows))} dòng**, {matches_words(receipt.matches)}.")
    st.dataframe(
        pd.DataFrame([_row(match) for match in rows[:SHOWN_ROWS]]),
        hide_index=True,
        width="stretch",
        placeholder=NOTHING,
        column_config={
            columns()[name].short_label: st.column_config.NumberColumn(format="localized")
            for name in COUNT_COLUMNS
        },
    )
    for place, column in zip(st.columns(len(COUNT_COLUMNS)), COUNT_COLUMNS, strict=True):
        total = receipt.totals.get(column)
        place.metric(columns()[column].short_label, NOTHING if total is None else count_text(total))
    sums_count = sum(map(_adds_up, rows))
    words = f"Tổng số bằng đã xác thực cộng chưa xác thực ở **{sums_count}/{len(rows)} dòng**."
    if sums_count == len(rows):
        st.success(words, icon=":material/check:")
    else:
        st.error(f"{words} Có thể đã chọn nhầm cột.", icon=":material/error:")
    if receipt.findings:
        st.caption(f"Kiểm tra theo cách đọc này: {tally(list(receipt.findings))}.")


def _row(match: Match) -> dict[str, str | int | None]:
    place = match.place.full_name if match.place else None
    counts = {columns()[name].short_label: match.row.counts[name].value for name in COUNT_COLUMNS}
    return {"Trong tệp": match.row.place.shown, "Xã, phường": place} | counts


def _adds_up(match: Match) -> bool:
    total, verified, unverified = (match.row.counts[name].value for name in COUNT_COLUMNS[:3])
    return None not in (total, verified, unverified) and total == (verified or 0) + (unverified or 0)
