"""Accepting warnings: which of them, who and why."""

import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.intake.acceptance import FiledWarning, accept
from dashboard.measures.wording import count_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.views.plain import plain
from dashboard.views.who import typed_name
from dashboard.views.who import who as who_decides
from dashboard.web.live import live

SHOWN_COUNT = 12  # of one rule and carrier, to be chosen one by one; the rest is folded and moves up


def ask_to_accept(warnings: list[FiledWarning]) -> None:
    """One carrier's warnings of a rule: which to accept, and why."""
    first = warnings[0]
    count = f" · {count_text(len(warnings))} cảnh báo" if len(warnings) > 1 else ""
    st.markdown(f"**{carrier_words(first)}**{count} &nbsp; :small[:gray[{plain(first.file_name)}]]")
    if len(warnings) == 1:
        st.markdown(sentence(first))
        chosen = warnings
    else:
        shown = warnings[:SHOWN_COUNT]
        chosen = [it for it in shown if st.checkbox(sentence(it), key=f"chosen-{it.key}")]
        if rest := warnings[SHOWN_COUNT:]:
            with st.expander(f"Xem {count_text(len(rest))} chỗ khác"):
                st.markdown("\n".join(f"- {sentence(warning)}" for warning in rest))
    name = f"{first.submission_id}-{first.finding.rule}"
    reason = st.text_input(
        "Lý do chấp nhận",
        key=f"reason-{name}",
        placeholder="Ví dụ: nhà mạng xác nhận qua điện thoại ngày …",
        width=720,
    )
    with st.container(horizontal=True):
        whole = "Chấp nhận" if len(warnings) == 1 else f"Chấp nhận cả {count_text(len(warnings))} mục"
        some_pressed = len(warnings) > 1 and st.form_submit_button(
            "Chấp nhận mục đã chọn", key=f"some-{name}"
        )
        all_pressed = st.form_submit_button(whole, key=f"all-{name}")
    if all_pressed or some_pressed:
        _accept(warnings if all_pressed else chosen, reason)


def _accept(warnings: list[FiledWarning], reason: str) -> None:
    who = typed_name() and who_decides(OFFICERS)
    lacking = ["chọn ít nhất một mục"] if not warnings else []
    lacking += ["ghi tên người xem xét ở đầu thẻ"] if not who else []
    lacking += ["ghi lý do"] if not reason.strip() else []
    if lacking:
        st.error(f"Chưa chấp nhận được: cần {', '.join(lacking)}.", icon=":material/error:")
        return
    accept(live().store, warnings, who, reason)
    st.rerun()


def carrier_words(warning: FiledWarning) -> str:
    """Whose file it is about."""
    carrier = carrier_by_code().get(warning.carrier_code)
    return carrier.name if carrier else plain(warning.carrier_code)


def sentence(warning: FiledWarning) -> str:
    """A warning as Markdown, with where it stands in the file."""
    finding = warning.finding
    place = [f"dòng {finding.row}"] if finding.row is not None else []
    place += [f"cột {plain(finding.column)}"] if finding.column else []
    where = f" :small[:gray[({', '.join(place)})]]" if place else ""
    return f"{plain(finding.message)}{where}"
