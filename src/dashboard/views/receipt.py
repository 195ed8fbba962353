"""A file's receipt on the page: what it is, what was read, what was found."""

import pandas as pd
import streamlit as st

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.receipt import Receipt, Status
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.views.plain import plain

STATUS = {
    Status.ACCEPTED: ("Hợp lệ", ":material/check_circle:", "green"),
    Status.ACCEPTED_WITH_WARNINGS: ("Hợp lệ, có cảnh báo", ":material/warning:", "orange"),
    Status.REJECTED: ("Không nhận", ":material/block:", "red"),
    Status.DUPLICATE: ("Đã nhận trước đây", ":material/content_copy:", "gray"),
}
SEVERITY = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}

NARROW = ("Mức", "Trang tính", "Dòng", "Cột", "Giá trị", "Quy tắc")


def show_receipt(receipt: Receipt) -> None:
    """One bordered card per file."""
    label, icon, colour = STATUS[receipt.status]
    with st.container(border=True):
        st.markdown(f"**{plain(receipt.file_name)}** &nbsp; :{colour}-badge[{icon} {label}]")
        st.markdown(_summary(receipt))
        if receipt.findings:
            st.dataframe(
                _table(receipt.findings),
                hide_index=True,
                width="stretch",
                column_config={
                    "Nội dung": st.column_config.TextColumn(width="large"),
                    "Cách sửa": st.column_config.TextColumn(width="medium"),
                    **{name: st.column_config.Column(width="small") for name in NARROW},
                },
            )
        elif receipt.status is not Status.DUPLICATE:
            st.caption("Không có lỗi hay cảnh báo nào.")


def _summary(receipt: Receipt) -> str:
    carrier = carrier_by_code().get(receipt.carrier_code or "")
    parts = [
        carrier.name if carrier else "chưa rõ nhà mạng",
        f"kỳ {day_text(receipt.round_on)}" if receipt.round_on else "chưa rõ kỳ báo cáo",
        f"{receipt.communes_count} xã, phường",
    ]
    total, verified = receipt.totals.get("total_count"), receipt.totals.get("verified_count")
    if total and verified is not None:
        parts.append(f"{count_text(total)} thuê bao, {pct_text(100 * verified / total)} đã xác thực")
    return " · ".join(parts)


def _table(findings: tuple[Finding, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Mức": SEVERITY[finding.severity],
                "Nội dung": finding.message,
                "Cách sửa": finding.suggestion or "",
                "Trang tính": finding.sheet or "",
                "Dòng": finding.row,
                "Cột": finding.column or "",
                "Giá trị": finding.value or "",
                "Quy tắc": finding.rule,
            }
            for finding in findings
        ]
    )
