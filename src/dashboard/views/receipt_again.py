"""A receipt made again, as it is read on the page: what became of the file, what changed, what was found."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.briefing.receipt import compared_rows, receipt_name, receipt_workbook
from dashboard.briefing.receipt_words import doubts, receipt_lines, review_words
from dashboard.figures.words import SIMULATED_MARK
from dashboard.intake.receipt import Receipt
from dashboard.intake.receipts import RemadeReceipt
from dashboard.measures.wording import NOTHING, count_change_text, count_text
from dashboard.views.corrections import offer_correction
from dashboard.views.findings import show_findings
from dashboard.views.plain import plain
from dashboard.web.downloads import MEDIA_TYPES


def show_receipt_again(remade: RemadeReceipt) -> None:
    """The receipt in its frame, with what can be taken away."""
    receipt, key = remade.receipt, f"again-{remade.entry.submission_id}"
    with st.container(border=True):
        mark = f" :red-badge[{SIMULATED_MARK}]" if remade.entry.is_simulated else ""
        st.subheader(f"Biên nhận số {remade.entry.ordinal}{mark}")
        for doubt in doubts(remade):
            st.warning(doubt, icon=":material/history:")
        said, changed = st.columns([3, 2], gap="large")
        with said:
            st.markdown(
                "\n".join(f"- **{label}:** {plain(words)}" for label, words in receipt_lines(receipt).items())
            )
        with changed:
            _show_compared(receipt)
        with st.container(horizontal=True):
            st.download_button(
                "Tải biên nhận (Excel)",
                data=partial(receipt_workbook, receipt, (*doubts(remade), *review_words(remade))),
                file_name=receipt_name(receipt, "xlsx"),
                mime=MEDIA_TYPES["xlsx"],
                on_click="ignore",
                icon=":material/receipt_long:",
                key=f"xlsx-{key}",
            )
            if remade.examination is not None:
                offer_correction(remade.examination, key)
        if reviewed := review_words(remade):
            st.markdown("**Xem xét cảnh báo**\n\n" + "\n".join(f"- {plain(words)}" for words in reviewed))
        if receipt.findings:
            show_findings(receipt, key)


def _show_compared(receipt: Receipt) -> None:
    """The five counts beside the carrier's last file."""
    if not receipt.communes_count:
        st.caption("Không có số liệu nào để so với tệp trước.")
        return
    rows = [
        {
            "Chỉ tiêu": label,
            "Tệp này": count_text(now),
            "Tệp trước": count_text(then),
            "Chênh lệch": count_change_text(change),
        }
        for label, now, then, change in compared_rows(receipt)
    ]
    right = {name: st.column_config.TextColumn(alignment="right") for name in list(rows[0])[1:]}
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, width="stretch", placeholder=NOTHING, column_config=right
    )
    if receipt.compared is None:
        st.caption("Nhà mạng chưa có tệp nào trước tệp này.")
