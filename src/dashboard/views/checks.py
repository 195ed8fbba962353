"""What is checked in a file: every rule with its severity in force, what it finds and what to do."""

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from dashboard.intake.catalogue import Check, catalogue
from dashboard.views.findings import SEVERITY
from dashboard.views.plain import plain

HEAD = "| Quy tắc | Mức đang áp dụng | Nghĩa là | Làm gì |\n|---|---|---|---|\n"


def show_checks() -> None:
    """All checks, folded: a table for each group, so that sentences wrap and the browser finds words."""
    with st.expander(f"Các quy tắc kiểm tra ({len(catalogue())})", icon=":material/rule:"):
        st.caption(
            "Lỗi: tệp không được nhận. Cảnh báo: tệp được nhận, cần hỏi lại nhà mạng. Lưu ý: để biết. "
            "Mức và giới hạn của từng quy tắc do Sở đặt trong tệp data/policy.toml, mục checks."
        )
        for group, checks in groupby(catalogue().values(), key=lambda check: check.group):
            st.markdown(f"##### {group}\n\n{as_table(checks)}")


def as_table(checks: Iterable[Check]) -> str:
    """Checks as a Markdown table."""
    return HEAD + "\n".join(map(_row, checks))


def severity_words(check: Check) -> str:
    """ "Lỗi / Cảnh báo", with a note where it is the Department's, not the rule's own."""
    words = " / ".join(SEVERITY[severity] for severity in check.in_force)
    return f"{words} (do Sở đặt)" if check.is_changed_by_policy else words


def _row(check: Check) -> str:
    name = f"**{plain(check.title)}** :small[:gray[{plain(check.rule)}]]"
    return f"| {name} | {severity_words(check)} | {plain(check.meaning)} | {plain(check.what_to_do)} |"
