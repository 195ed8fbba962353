"""Warnings that somebody has accepted, with who, when and why, to be taken back."""

from itertools import groupby

import streamlit as st

from dashboard.intake.acceptance import Acceptance, FiledWarning, withdraw
from dashboard.intake.catalogue import title_of
from dashboard.measures.wording import count_text, time_text
from dashboard.views.plain import plain
from dashboard.views.warning_form import SHOWN_COUNT, carrier_words, sentence
from dashboard.views.who import is_officer, typed_name, viewer
from dashboard.web.live import live


def show_accepted(accepted: list[FiledWarning]) -> None:
    """All of a round, folded; nothing where there are none."""
    if not accepted:
        return
    with st.expander(f"Đã chấp nhận ({count_text(len(accepted))})", icon=":material/task_alt:"):
        for (rule, _), group in groupby(accepted, key=_together):
            _show_group(rule, list(group))


def _together(warning: FiledWarning) -> tuple[str, tuple[object, ...]]:
    """Warnings of a file and rule that were accepted in one act are shown, and taken back, together."""
    given = warning.acceptance
    signed = (given.decided_by, given.decided_at, given.reason) if given else ()
    return warning.finding.rule, (warning.submission_id, *signed)


def _show_group(rule: str, warnings: list[FiledWarning]) -> None:
    first = warnings[0]
    given = first.acceptance
    assert given is not None
    st.markdown(f"**{carrier_words(first)}** · {title_of(rule)}")
    lines = [f"- {sentence(it)}{_carried_words(it.acceptance)}" for it in warnings[:SHOWN_COUNT]]
    if len(warnings) > SHOWN_COUNT:
        lines.append(f"- và {count_text(len(warnings) - SHOWN_COUNT)} chỗ khác")
    st.markdown("\n".join(lines))
    st.caption(f"{plain(given.decided_by)}, {time_text(given.decided_at)}: {plain(given.reason)}")
    if is_officer():
        _offer_withdrawal(warnings)


def _carried_words(acceptance: Acceptance | None) -> str:
    is_carried = acceptance is not None and acceptance.carried_from is not None
    return " :small[:blue[giữ từ tệp trước của kỳ]]" if is_carried else ""


def _offer_withdrawal(warnings: list[FiledWarning]) -> None:
    name = warnings[0].key
    with st.popover("Rút lại", icon=":material/undo:"):
        who = typed_name()
        if viewer().is_local:
            who = st.text_input("Người rút lại", value=who, key=f"who-back-{name}")
        reason = st.text_input("Lý do rút lại", key=f"why-back-{name}")
        if st.button("Rút lại chấp nhận", key=f"back-{name}", disabled=not (who.strip() and reason.strip())):
            withdraw(live().store, warnings, who.strip(), reason.strip())
            st.rerun()
